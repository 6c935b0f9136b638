/** Rehearsals of models before their deployment. Scenarios are played in a separate database schema, and a page shows the differences. */
package fr.acse.console.rehearsal;
