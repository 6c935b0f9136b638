/**
 * The model {@code breach}.
 *
 * <p>No diagram shows what starts it: {@link fr.acse.breach.process.OpenBreachDelegate}, a step of {@code referral}. It outlives the case of
 * whoever reported it.
 */
package fr.acse.breach.process;
