/** Organisations and the people in them. */
package fr.acse.directory;
