/** Models {@code residence-permit}, {@code permit-request}, {@code record-title}, {@code title}, {@code permit-news}, {@code afis}. */
package fr.acse.residence.process;
