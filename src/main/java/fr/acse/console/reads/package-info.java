/** The readings of values: the reveal log and the audit log, on the page of supervisors and at the command line. */
package fr.acse.console.reads;
