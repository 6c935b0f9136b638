/** Access to the database: the embedded server, connections and their limits, the wait for the server, and its clock. */
package fr.acse.platform.database;
