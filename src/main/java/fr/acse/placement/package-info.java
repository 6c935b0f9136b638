/** Finding a shelter: departments, shelters, places, requests, offers, holds. */
package fr.acse.placement;
