/** The pages and commands that use several features at once. No feature depends on this package. */
package fr.acse.console;
