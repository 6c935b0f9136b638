/** The stages of a residence permit. Never a condition for shelter. */
package fr.acse.residence;
