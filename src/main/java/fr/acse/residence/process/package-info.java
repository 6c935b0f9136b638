/** The model {@code residence-permit}. */
package fr.acse.residence.process;
