/** Commands that use several features and the platform. */
package fr.acse.console.commands;
