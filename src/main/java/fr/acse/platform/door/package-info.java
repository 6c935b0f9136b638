/** Access control for HTTP requests: which role may send which request, and what the response may contain. */
package fr.acse.platform.door;
