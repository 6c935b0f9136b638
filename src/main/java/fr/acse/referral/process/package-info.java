/**
 * The models {@code referral}, {@code assess}, {@code agree-arrival}, {@code case-event} and {@code correct-case}.
 *
 * <p>No diagram shows the cancellations that follow when a case is closed. The bean {@code closeCaseListener} closes the case at the end
 * event. The event {@link fr.acse.referral.CaseClosed} then reaches the listeners of placement, transfer, stay and residence.
 */
package fr.acse.referral.process;
