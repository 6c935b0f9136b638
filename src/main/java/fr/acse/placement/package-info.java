/** The search for a shelter: departments, shelters, places, requests, offers and holds. */
package fr.acse.placement;
