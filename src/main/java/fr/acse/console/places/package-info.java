/** The calendar of the places, and the women who are still at an address that was given up. */
package fr.acse.console.places;
