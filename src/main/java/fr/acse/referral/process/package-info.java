/**
 * The models {@code referral}, {@code agree-arrival}, {@code stay} and {@code case-event}.
 *
 * <p>No diagram shows what a closed case cancels: {@link fr.acse.referral.process.CloseCaseListener} closes it at its end event, and the
 * services of placement, transfer and payment listen to {@link fr.acse.referral.CaseClosed}.
 */
package fr.acse.referral.process;
