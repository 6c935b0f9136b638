package fr.acse.console.report;

import fr.acse.console.report.Suppression.Nested;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tries every number that a hidden count may be, up to {@link #LARGEST}. */
final class BruteForce {

    /** What a count may be; those of the tables must be well below. */
    static final int LARGEST = 600;

    /** All but nought: what is nought is left out of a report. */
    private static final BigInteger ANY = BigInteger.ONE.shiftLeft(LARGEST + 1).subtract(BigInteger.TWO);

    private final List<Sum> sums;
    private final Set<Count> rests;

    private BruteForce(List<Sum> sums, Set<Count> rests) {
        this.sums = sums;
        this.rests = rests;
    }

    /** A sum and its parts. */
    private record Sum(Count total, List<Count> parts) {

        boolean has(Count count) {
            return total == count || parts.contains(count);
        }
    }

    /** The first number that a hidden count may be, but for its own; or nothing. */
    static OptionalInt another(List<Count> tables, List<Nested> nested, Count hidden, int from) {
        List<Sum> sums = Stream.concat(
                        tables.stream()
                                .flatMap(Count::all)
                                .flatMap(total -> total.breakdowns().stream().map(parts -> new Sum(total, parts))),
                        nested.stream()
                                .map(in -> new Sum(
                                        in.whole(),
                                        Stream.concat(in.parts().stream(), Stream.of(in.rest()))
                                                .toList())))
                .toList();
        Set<Count> rests = nested.stream().map(Nested::rest).collect(Collectors.toSet());
        BigInteger possible = new BruteForce(sums, rests).of(hidden, null);
        return IntStream.rangeClosed(from, LARGEST)
                .filter(value -> value != hidden.value())
                .filter(possible::testBit)
                .findFirst();
    }

    /** What a count may be by all sums in which it is but one, and by all that is known of the others there. Sums form no circle. */
    private BigInteger of(Count count, Sum but) {
        BigInteger possible = !count.isHidden()
                ? BigInteger.ONE.shiftLeft((int) count.value())
                : rests.contains(count) ? ANY.or(BigInteger.ONE) : ANY;
        for (Sum sum : sums) {
            if (sum != but && sum.has(count)) {
                possible = possible.and(by(sum, count));
            }
        }
        return possible;
    }

    /** What a count may be by one sum. */
    private BigInteger by(Sum sum, Count count) {
        BigInteger others = BigInteger.ONE;
        for (Count part : sum.parts()) {
            if (part != count) {
                others = sums(others, of(part, sum));
            }
        }
        return sum.total() == count ? others : differences(of(sum.total(), sum), others);
    }

    private static BigInteger differences(BigInteger totals, BigInteger others) {
        BigInteger all = BigInteger.ZERO;
        for (int bit = others.getLowestSetBit(); bit >= 0 && bit <= LARGEST; bit = next(others, bit)) {
            all = all.or(totals.shiftRight(bit));
        }
        return all;
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
