/** The calendar of the places, and who is still at an address that was given up. */
package fr.acse.console.places;
