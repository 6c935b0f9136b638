/**
 * Adapts the engine, below all features, in packages with one subject each. The platform imports no feature. What it
 * needs of a feature is an interface here.
 */
package fr.acse.platform;
