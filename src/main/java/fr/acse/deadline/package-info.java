/** The clocks: a read model of every timer, written in the transaction that starts, fires or ends it. */
package fr.acse.deadline;
