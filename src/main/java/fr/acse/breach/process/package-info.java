/**
 * The model {@code breach}.
 *
 * <p>No diagram shows what starts it: the bean {@code openBreachDelegate}, a step of {@code referral}. The process goes on after the end of
 * the case that reported the breach.
 */
package fr.acse.breach.process;
