/**
 * Steps of the models {@code orientation}, {@code telephone-answer}, {@code register-shelter}, {@code close-places}, {@code waiting-list}
 * and {@code keep-apart}.
 *
 * <p>No diagram shows two listeners. {@link WaitingListListener} starts {@code waiting-list} when a place becomes free.
 * {@link MovedDeadlineListener} moves a hold or an offer when a supervisor moves its deadline.
 */
package fr.acse.placement.process;
