/** The case file in Tasklist: the steps of a case, and what its reader may see of it. */
package fr.acse.console.cases;
