/** The acting person of a request, the data of people, and the roles. */
package fr.acse.platform.identity;
