/** What people look at, above all features. */
package fr.acse.console;
