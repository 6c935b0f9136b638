/** The process models {@code stay}, {@code leaving}, {@code household-change} and {@code health-emergency}. */
package fr.acse.stay.process;
