/** The registered associations, and the people who work for them. */
package fr.acse.directory;
