/** The texts that people read, and the exception {@link fr.acse.words.Refusal} with such a text. */
package fr.acse.words;
