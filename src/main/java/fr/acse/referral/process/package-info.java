/**
 * The models {@code referral}, {@code assess}, {@code agree-arrival}, {@code case-event} and {@code correct-case}.
 *
 * <p>No diagram shows what a closed case cancels: the bean {@code closeCaseListener} closes it at its end event, and the listeners of
 * placement, transfer, stay and residence are told by {@link fr.acse.referral.CaseClosed}.
 */
package fr.acse.referral.process;
