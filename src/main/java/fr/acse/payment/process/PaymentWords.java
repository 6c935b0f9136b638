package fr.acse.payment.process;

import fr.acse.payment.Cents;
import fr.acse.payment.PaymentOrder;
import fr.acse.payment.PaymentStandings.Payment;
import fr.acse.words.Words;

/** Texts about the progress of payments, for users who wait for a payment. */
class PaymentWords {

    private PaymentWords() {}

    static String standing(Payment payment) {
        return switch (payment.state()) {
            case WAITING -> Words.of("paymentStanding.WAITING");
            case SENT ->
                Words.of(
                        payment.isReleased() ? "paymentStanding.RELEASED" : "paymentStanding.STARTED",
                        Words.day(payment.executionDate()));
            case PAID -> Words.of("paymentStanding.PAID", Words.day(payment.executionDate()));
            case REFUSED -> Words.of("paymentStanding.REFUSED", Words.of("bankReason." + payment.bankReason()));
            case CANCELLED -> Words.of("paymentStanding.CANCELLED");
        };
    }

    /** Reference of the payment run of a payment, or an empty text. A waiting payment is in no run. */
    static String run(Payment payment) {
        return payment.state() == PaymentOrder.State.WAITING || payment.run() == null
                ? ""
                : payment.run().value();
    }

    static String euros(Cents cents) {
        return Words.euros(cents.toEuros());
    }
}
