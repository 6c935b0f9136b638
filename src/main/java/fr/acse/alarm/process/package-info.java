/**
 * The model {@code alarm}.
 *
 * <p>No process model shows what starts it: {@link fr.acse.alarm.process.TaskAlarms} starts it when an urgent task opens.
 */
package fr.acse.alarm.process;
