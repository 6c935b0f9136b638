/** The deadlines: a read model of the engine's timers, updated in the transaction that starts, fires or ends a timer. */
package fr.acse.deadline;
