/**
 * The model {@code alarm}.
 *
 * <p>No diagram shows what starts it: {@link fr.acse.alarm.process.TaskAlarms}, when a task opens that cannot wait.
 */
package fr.acse.alarm.process;
