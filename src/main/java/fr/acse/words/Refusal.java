package fr.acse.words;

import lombok.Getter;

/**
 * Thrown when a request is not possible for a reason that the user can fix. The message tells the user what to do. The transaction of the
 * request is rolled back.
 */
public final class Refusal extends RuntimeException {

    @Getter
    private final String code;

    /**
     * @param code the text has the key {@code refusal.<code>} in {@code words.properties}
     * @param details values in the text, such as a field, a rule or a limit; never a sealed value
     */
    public Refusal(String code, Object... details) {
        super(Words.of("refusal." + code, details));
        this.code = code;
    }

    /** @throws Refusal if {@code allowed} is false */
    public static void unless(boolean allowed, String code, Object... details) {
        if (!allowed) {
            throw new Refusal(code, details);
        }
    }
}
