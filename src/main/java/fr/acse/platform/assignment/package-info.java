/** How people cover for each other: who may have a task, how a task is handed over, and who is whose deputy. */
package fr.acse.platform.assignment;
