/** The engine as this application runs it: transactions, refusals, history, threads, time. */
package fr.acse.platform.engine;
