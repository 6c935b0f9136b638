/** Models as pictures, and pages that the server writes. */
package fr.acse.console.drawing;
