/** The models {@code allowance}, {@code travel-claim} and {@code payment-run}. */
package fr.acse.payment.process;
