/** The page Deadlines of supervisors: every clock, what is late, and jobs that failed. */
package fr.acse.console.deadlines;
