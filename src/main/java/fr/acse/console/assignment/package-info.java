/** Endpoints with which people give, take and free tasks, and name deputies for their leaves. */
package fr.acse.console.assignment;
