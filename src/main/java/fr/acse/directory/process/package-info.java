/** The model {@code register-organisation}. */
package fr.acse.directory.process;
