/** Commands that need both features and the platform. */
package fr.acse.console.commands;
