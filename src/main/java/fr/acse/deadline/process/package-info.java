/**
 * Updates the deadlines when the timers of the engine change.
 *
 * <p>No process model shows this: the engine notifies {@link fr.acse.deadline.process.TimersOfModels} of each change of a timer.
 */
package fr.acse.deadline.process;
