/** What our pages in the web applications say. */
package fr.acse.console.pages;
