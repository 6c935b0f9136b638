/** The process {@code same-woman}: the coordination decides whether similar cases are of the same woman. */
package fr.acse.search.process;
