/** The texts of our pages in the web applications. */
package fr.acse.console.pages;
