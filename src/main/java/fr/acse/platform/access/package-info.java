/** Who may see and do what in a case: her relation to it, as the engine asks for it at every query and command. */
package fr.acse.platform.access;
