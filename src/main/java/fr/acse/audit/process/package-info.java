/**
 * The model {@code bulk-reading}.
 *
 * <p>No diagram shows its start: {@link fr.acse.audit.process.ReadingStoppedListener} starts it when the reading guard stops somebody.
 */
package fr.acse.audit.process;
