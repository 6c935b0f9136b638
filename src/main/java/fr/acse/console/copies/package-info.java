/** Where the copy of her data is fetched. */
package fr.acse.console.copies;
