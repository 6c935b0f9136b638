/** The start of the application: keys, profiles, commands, private files, and failures in plain words. */
package fr.acse.platform.start;
