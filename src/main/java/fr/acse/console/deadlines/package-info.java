/** The page Deadlines of supervisors: all deadlines, late ones, and failed jobs. */
package fr.acse.console.deadlines;
