/** Assignments for each other: who may have a task in hand, how it goes from one to another, and who stands in for whom. */
package fr.acse.platform.assignment;
