/** The download of the copy of a woman's data. */
package fr.acse.console.copies;
