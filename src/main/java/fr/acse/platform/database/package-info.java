/** Access to the database: the embedded server, connections and their limits, the wait for the server, and the clock check. */
package fr.acse.platform.database;
