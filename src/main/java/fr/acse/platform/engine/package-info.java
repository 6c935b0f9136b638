/** Configuration of the Camunda engine: transactions, refusals, permissions, jobs, threads and clock. */
package fr.acse.platform.engine;
