/** Disables and invites people, and gives them rights. The first person requests a right, and the second person grants it. */
package fr.acse.platform.rights;
