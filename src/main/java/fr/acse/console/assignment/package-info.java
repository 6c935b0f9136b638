/** Where people give, take and free tasks, and name who stands in for them. */
package fr.acse.console.assignment;
