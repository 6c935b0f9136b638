/**
 * The process model {@code breach}.
 *
 * <p>The bean {@code openBreachDelegate}, a step of the model {@code referral}, starts this process. The process continues after the end of
 * the case that reported the breach.
 */
package fr.acse.breach.process;
