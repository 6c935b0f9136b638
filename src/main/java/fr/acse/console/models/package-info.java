/** The page Models: what is deployed, and what waits for a second person. */
package fr.acse.console.models;
