/** The engine as this application uses it: transactions, refusals, threads, time. */
package fr.acse.platform.engine;
