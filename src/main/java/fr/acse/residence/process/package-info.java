/** The models {@code residence-permit}, {@code permit-request}, {@code record-title}, {@code title}, {@code permit-news} and {@code afis}. */
package fr.acse.residence.process;
