/** Who acts: the person of a request, or the software itself; and what is known of people. */
package fr.acse.platform.identity;
