package fr.acse.payment;

import fr.acse.words.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Between whole cents, as amounts are kept, and euros, as people write them. */
public final class Cents {

    private Cents() {}

    /** @throws Refusal if the amount has parts of a cent or is negative */
    public static int ofEuros(String field, Number euros) {
        BigDecimal amount = new BigDecimal(euros.toString()).movePointRight(2);
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 0) {
            throw new Refusal("wholeCents", field);
        }
        return amount.intValueExact();
    }

    /** Two decimals, as in {@code 304.00}. */
    public static String toEuros(long cents) {
        return BigDecimal.valueOf(cents, 2)
                .setScale(2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
