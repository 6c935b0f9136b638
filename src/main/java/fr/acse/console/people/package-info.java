/** The people of each organisation: their managers invite and disable them, and give them roles. */
package fr.acse.console.people;
