/** The models {@code orientation} and {@code register-shelter}. */
package fr.acse.placement.process;
