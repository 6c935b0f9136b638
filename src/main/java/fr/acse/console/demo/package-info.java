/** Organisations, shelters, people and cases of the demo. */
package fr.acse.console.demo;
