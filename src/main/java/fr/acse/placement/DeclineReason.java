package fr.acse.placement;

import java.util.stream.Stream;

/** The reasons to decline an offer, with their effect. The codes are those of the form; the words are {@code decline.<code>}. */
public enum DeclineReason {

    /** Its free places are closed for a while. */
    FULL("full"),

    /** It is not asked again for this case. */
    UNSUITABLE("unsuitable"),

    /** It is asked again later. */
    TEMPORARY("temporary"),

    /** It is not asked again for this request. */
    OTHER("other");

    private final String code;

    DeclineReason(String code) {
        this.code = code;
    }

    /** @throws java.util.NoSuchElementException if no reason has this code */
    public static DeclineReason of(String code) {
        return Stream.of(values()).filter(each -> each.is(code)).findFirst().orElseThrow();
    }

    boolean is(String other) {
        return code.equals(other);
    }

    public String code() {
        return code;
    }
}
