/**
 * The engine runs one set of models that belong together. The application completes each deployment with the current files, checks the
 * resulting set, waits for a second person, and numbers the set. Users can compare sets and make an earlier set current again.
 */
package fr.acse.platform.sets;
