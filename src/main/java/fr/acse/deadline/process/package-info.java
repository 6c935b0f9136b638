/**
 * Keeps the deadlines in step with the timers of the engine.
 *
 * <p>No diagram shows it: {@link fr.acse.deadline.process.TimerListener} hears of every timer that the engine makes, fires or drops.
 */
package fr.acse.deadline.process;
