/** The database as this application reaches it: the embedded server, its connections and their limits, waiting for it, its clock. */
package fr.acse.platform.database;
