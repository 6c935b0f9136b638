package fr.acse.console.report;

import fr.acse.console.report.Suppression.Nested;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Tries every number that a hidden count may be, up to some that are larger than any in the tables of the tests. */
final class BruteForce {

    private static final int LARGEST = 600;
    /** All but nought: what is nought is left out of a report. */
    private static final BigInteger ANY = BigInteger.ONE.shiftLeft(LARGEST + 1).subtract(BigInteger.TWO);

    private BruteForce() {}

    /** The first number that a hidden count may be, but for its own; or nothing. */
    static OptionalInt another(Count root, List<Nested> nested, Count hidden, int from) {
        return IntStream.rangeClosed(from, LARGEST)
                .filter(value -> value != hidden.value())
                .filter(value -> of(root, nested, hidden, value).signum() != 0)
                .findFirst();
    }

    /** What a count may be, from itself, all below it and all tables that are nested there, if the hidden one were that number. */
    private static BigInteger of(Count count, List<Nested> nested, Count hidden, int assumed) {
        BigInteger possible = count == hidden
                ? BigInteger.ONE.shiftLeft(assumed)
                : count.isHidden() ? ANY : BigInteger.ONE.shiftLeft((int) count.value());
        for (List<Count> parts : count.breakdowns()) {
            BigInteger sums = BigInteger.ONE;
            for (Count part : parts) {
                sums = sums(sums, of(part, nested, hidden, assumed));
            }
            possible = possible.and(sums);
        }
        for (Nested in : nested) {
            if (in.whole() == count) {
                BigInteger rest = in.rest() == hidden ? BigInteger.ONE.shiftLeft(assumed) : ANY.or(BigInteger.ONE);
                possible = possible.and(sums(of(in.part(), nested, hidden, assumed), rest));
            }
        }
        return possible;
    }

    private static BigInteger sums(BigInteger some, BigInteger others) {
        BigInteger few = some.bitCount() < others.bitCount() ? some : others;
        BigInteger many = few == some ? others : some;
        BigInteger all = BigInteger.ZERO;
        for (int bit = few.getLowestSetBit(); bit >= 0 && bit <= LARGEST; bit = next(few, bit)) {
            all = all.or(many.shiftLeft(bit));
        }
        return all.and(ANY.or(BigInteger.ONE));
    }

    private static int next(BigInteger bits, int after) {
        BigInteger rest = bits.shiftRight(after + 1);
        return rest.signum() == 0 ? -1 : rest.getLowestSetBit() + after + 1;
    }
}
