/** The models {@code stay} and {@code leaving}. */
package fr.acse.stay.process;
