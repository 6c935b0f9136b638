/** What cannot wait, who is told of it, and who has taken it. */
package fr.acse.alarm;
