/** The model {@code bulk-reading}. */
package fr.acse.audit.process;
