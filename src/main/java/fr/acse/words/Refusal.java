package fr.acse.words;

import lombok.Getter;

/**
 * A person's request is not possible, and she can do something about it. The message tells her what. Nothing of the
 * request is saved.
 */
public final class Refusal extends RuntimeException {

    @Getter
    private final String code;

    /**
     * @param code key of the words in {@code words.properties}
     * @param details values in the words: a field, a rule, a limit. Never a sealed value.
     */
    public Refusal(String code, Object... details) {
        super(Words.of("refusal." + code, details));
        this.code = code;
    }

    /** @throws Refusal unless the request is allowed */
    public static void unless(boolean allowed, String code, Object... details) {
        if (!allowed) {
            throw new Refusal(code, details);
        }
    }
}
