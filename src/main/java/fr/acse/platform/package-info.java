/**
 * Adapts the engine, below all features, in packages with one subject each. It imports no feature: what it needs of
 * one is an interface here.
 */
package fr.acse.platform;
