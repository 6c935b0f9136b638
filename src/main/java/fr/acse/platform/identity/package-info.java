/** Who acts: the person of a request, what is known of people, and the software itself. */
package fr.acse.platform.identity;
