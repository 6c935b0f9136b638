/** What supervisors get in Cockpit besides what the engine brings. */
package fr.acse.platform.cockpit;
