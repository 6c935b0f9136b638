/** The model {@code transfer}. */
package fr.acse.transfer.process;
