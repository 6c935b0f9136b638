package fr.acse.codes;

import fr.acse.words.Refusal;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Public code of a case, {@code ACSE-XXXX-XXXC}: seven random characters of Crockford's base 32 and a check character. The check is a sum
 * over GF(32) with a different weight for each position. The check character detects every single wrong character and every swap of two
 * neighbours. Files of the directory and payment runs have references of the same form with another prefix.
 */
public record CaseReference(String value) implements Code, Comparable<CaseReference> {

    public static final String CASE = "ACSE";

    /** Name of the process variable that holds the reference. Every process has this variable. */
    public static final String VARIABLE = "caseReference";

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws Refusal if the value does not have the stored form, or its check character is wrong */
    public CaseReference {
        if (value == null || read(value).filter(value::equals).isEmpty()) {
            throw new Refusal("caseReference");
        }
    }

    /** @param prefix four capital letters that name the kind of file */
    public static CaseReference random(String prefix) {
        int[] digits = RANDOM.ints(7, 0, SIGNS.length()).toArray();
        StringBuilder signs = new StringBuilder();
        for (int digit : digits) {
            signs.append(SIGNS.charAt(digit));
        }
        signs.append(checkSign(signs));
        return new CaseReference(prefix + "-" + signs.substring(0, 4) + "-" + signs.substring(4));
    }

    /**
     * Reads a typed reference. Small letters, missing hyphens, and the letters that Crockford reads as digits are allowed.
     *
     * @return the reference in the stored form, or empty if the text is not a valid reference
     */
    public static Optional<CaseReference> parse(String typed) {
        return read(typed).map(CaseReference::new);
    }

    /** @return the reference, or null if the value is null */
    public static CaseReference orNull(String value) {
        return value == null ? null : new CaseReference(value);
    }

    private static Optional<String> read(String typed) {
        String signs = typed.strip().toUpperCase(Locale.ROOT).replace("-", "").replace(" ", "");
        if (signs.length() != 12 || !signs.substring(0, 4).chars().allMatch(sign -> sign >= 'A' && sign <= 'Z')) {
            return Optional.empty();
        }
        String code = signs.substring(4).replace('O', '0').replace('I', '1').replace('L', '1');
        boolean known = code.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
        if (!known || checkSign(code.substring(0, 7)) != code.charAt(7)) {
            return Optional.empty();
        }
        return Optional.of(signs.substring(0, 4) + "-" + code.substring(0, 4) + "-" + code.substring(4));
    }

    public boolean hasPrefix(String prefix) {
        return value.startsWith(prefix + "-");
    }

    @Override
    public int compareTo(CaseReference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static char checkSign(CharSequence signs) {
        int sum = 0;
        for (int i = 0; i < signs.length(); i++) {
            sum = timesAlpha(sum ^ SIGNS.indexOf(signs.charAt(i)));
        }
        return SIGNS.charAt(sum);
    }

    /** Multiplies by the generator of GF(32) with the polynomial x^5 + x^2 + 1. */
    private static int timesAlpha(int element) {
        int shifted = element << 1;
        return (shifted & 0b100000) == 0 ? shifted : shifted ^ 0b100101;
    }
}
