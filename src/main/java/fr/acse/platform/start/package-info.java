/** Starts the application: keys, profiles, commands, private files, and error messages about a failed start. */
package fr.acse.platform.start;
