/** An address that may be known: frozen, decided on for each woman who lives there, and told to the authority in time. */
package fr.acse.breach;
