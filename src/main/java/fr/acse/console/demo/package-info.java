/** Organisations, shelters and people of the demo. */
package fr.acse.console.demo;
