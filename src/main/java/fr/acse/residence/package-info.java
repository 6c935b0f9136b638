/** The procedure for a residence permit. A permit is never a condition for a place in a shelter. */
package fr.acse.residence;
