/** The readings of sealed values, on the page of supervisors and at the command line, and the verification of the logs. */
package fr.acse.console.reads;
