/** The pages and commands that show several features at once, above all features. */
package fr.acse.console;
