/** The texts for people: the message bundle, and the refusals that show its sentences. */
package fr.acse.words;
