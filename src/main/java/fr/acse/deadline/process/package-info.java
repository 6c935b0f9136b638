/** Keeps the deadlines in step with the timers of the engine. */
package fr.acse.deadline.process;
