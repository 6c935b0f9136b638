/** Breaches of confidentiality: the address is frozen, the coordination decides, and the authority is told within 72 hours. */
package fr.acse.breach;
