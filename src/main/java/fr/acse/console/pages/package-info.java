/** The texts of the application's own pages inside the Camunda web applications. */
package fr.acse.console.pages;
