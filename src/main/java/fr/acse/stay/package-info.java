/** The stay in a shelter, and how it ends: proposed by one person, confirmed by another. */
package fr.acse.stay;
