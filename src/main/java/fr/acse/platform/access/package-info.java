/**
 * Who may see and do what in a case. It depends on her part in the case, which the engine checks at every query and
 * command.
 */
package fr.acse.platform.access;
