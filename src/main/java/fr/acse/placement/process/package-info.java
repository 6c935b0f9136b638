/**
 * The models {@code orientation}, {@code register-shelter}, {@code close-places} and {@code waiting-list}.
 *
 * <p>No diagram shows two listeners: {@link fr.acse.placement.process.WaitingListListener} starts {@code waiting-list} when a place
 * becomes free, and {@link fr.acse.placement.process.MovedDeadlineListener} takes a hold or an offer along when a supervisor moves its
 * deadline.
 */
package fr.acse.placement.process;
