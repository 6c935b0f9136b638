/** Tasks that cannot wait, the people who are told of them, and those who have taken them. */
package fr.acse.alarm;
