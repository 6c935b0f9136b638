/**
 * Decides what each person may see and do in a case. A person's permissions depend on the person's part in the case. The engine checks
 * permissions at every query and command.
 */
package fr.acse.platform.access;
