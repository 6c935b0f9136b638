/** Commands that need features and platform at once. */
package fr.acse.console.commands;
