/** Alarms of urgent tasks, the people who are notified of them, and the people who take the tasks. */
package fr.acse.alarm;
