/** How the application starts: the embedded database, keys, the demo profile, commands, and failures told in words. */
package fr.acse.platform.start;
