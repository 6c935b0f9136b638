/**
 * The model {@code bulk-reading}.
 *
 * <p>No process model shows its start: {@link fr.acse.audit.process.ReadingStoppedListener} starts it when a person is stopped.
 */
package fr.acse.audit.process;
