/** The engine as this application runs it: transactions, refusals, threads, time. */
package fr.acse.platform.engine;
