/**
 * Keeps the deadlines in step with the timers of the engine.
 *
 * <p>No diagram shows it: {@link fr.acse.deadline.process.TimersOfModels} is told of every timer that the engine makes, fires or deletes.
 */
package fr.acse.deadline.process;
