/** Diagrams of models, and HTML pages that the server builds. */
package fr.acse.console.drawing;
