/** The stay in a shelter and its end. One person proposes the end, and another person confirms it. */
package fr.acse.stay;
