/** People, groups and rights: asked for by one person, granted by another. */
package fr.acse.platform.rights;
