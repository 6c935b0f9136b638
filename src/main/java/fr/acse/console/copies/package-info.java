/** The copy of her data that she asks for, with everything about others taken out. */
package fr.acse.console.copies;
