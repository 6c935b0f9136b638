/**
 * The path of a referral through the network. One package per feature, free of the engine; its sub-package {@code
 * process} holds the delegates of its models. {@code platform} adapts the engine.
 */
package fr.acse;
