package fr.acse.words;

/**
 * Something that a person asked for is not possible, and she can do something about it. The message tells her what.
 * Nothing of what she asked for is saved.
 */
public final class Refusal extends RuntimeException {

    private final String code;

    /**
     * @param code key of the words in {@code words.properties}
     * @param details what the words name: a field, a rule, a limit. Never a sealed value.
     */
    public Refusal(String code, Object... details) {
        super(Words.of("refusal." + code, details));
        this.code = code;
    }

    /** @throws Refusal unless it is allowed */
    public static void unless(boolean allowed, String code, Object... details) {
        if (!allowed) {
            throw new Refusal(code, details);
        }
    }

    public String code() {
        return code;
    }
}
