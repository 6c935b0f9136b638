/**
 * Who may see and do what in a case. A person's permissions depend on her part in the case. The engine checks them at
 * every query and command.
 */
package fr.acse.platform.access;
