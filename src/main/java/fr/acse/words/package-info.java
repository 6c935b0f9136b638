/** What people read: the message bundle, and the refusal that shows a sentence of it. */
package fr.acse.words;
