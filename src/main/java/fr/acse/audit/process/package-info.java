/**
 * The model {@code bulk-reading}.
 *
 * <p>No diagram shows what starts it: {@link fr.acse.audit.process.ReadingStoppedListener}, when the reading guard stops somebody.
 */
package fr.acse.audit.process;
