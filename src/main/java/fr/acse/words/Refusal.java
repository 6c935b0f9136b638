package fr.acse.words;

/**
 * Something a person asked for is not possible, and she can do something about it. Its message is in words for her; nothing
 * of what she asked for is kept.
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

    public String code() {
        return code;
    }
}
