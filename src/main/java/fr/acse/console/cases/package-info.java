/** The list of cases, the page of a case, and the case file in Tasklist. A user sees only the parts of a case that the user may read. */
package fr.acse.console.cases;
