/** The process models {@code allowance}, {@code pay-back}, {@code travel-claim}, {@code payment-run} and {@code undo-link}. */
package fr.acse.payment.process;
