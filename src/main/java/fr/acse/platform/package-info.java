/**
 * What adapts the engine, below all features, in rooms with one subject each. Imports no feature: what it asks of one
 * stands here as an interface.
 */
package fr.acse.platform;
