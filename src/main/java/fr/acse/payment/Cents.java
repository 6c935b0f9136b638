package fr.acse.payment;

import fr.acse.words.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** An amount in whole cents. The software stores cents; users type and read euros. */
public record Cents(long value) {

    public static final Cents NONE = new Cents(0);

    /** The largest amount that a user may type: 100 000 euros. A larger amount is a typing error. */
    private static final BigDecimal MOST = new BigDecimal(100_000_00);

    /** @throws Refusal if the amount has fractions of a cent, is negative, or is above 100 000 euros */
    public static Cents ofEuros(String field, Number euros) {
        BigDecimal amount = new BigDecimal(euros.toString()).movePointRight(2);
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 0) {
            throw new Refusal("wholeCents", field);
        }
        if (amount.compareTo(MOST) > 0) {
            throw new Refusal("range", field, 0, MOST.movePointLeft(2).intValueExact());
        }
        return new Cents(amount.longValueExact());
    }

    public static Cents sum(Stream<Cents> amounts) {
        return amounts.reduce(NONE, Cents::plus);
    }

    Cents plus(Cents other) {
        return new Cents(Math.addExact(value, other.value));
    }

    public Cents times(int many) {
        return new Cents(Math.multiplyExact(value, many));
    }

    /** The amount in euros with two decimals, for example {@code 304.00}. */
    public String toEuros() {
        return BigDecimal.valueOf(value, 2)
                .setScale(2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
