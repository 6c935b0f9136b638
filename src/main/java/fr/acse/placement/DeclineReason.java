package fr.acse.placement;

import java.util.stream.Stream;

/** The reasons to decline an offer, with their effect. The form uses the codes; the texts have the keys {@code decline.<code>}. */
public enum DeclineReason {

    /** The free places of the shelter are closed for the time {@code acse.placement.closed-when-full}. */
    FULL("full"),

    /** The shelter is not asked again for this case. */
    UNSUITABLE("unsuitable"),

    /** The shelter is asked again later. */
    TEMPORARY("temporary"),

    /** The shelter is not asked again for this request. */
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
