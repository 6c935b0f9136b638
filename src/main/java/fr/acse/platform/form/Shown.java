package fr.acse.platform.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decides whether a form shows a field. Some fields appear only after certain answers in other fields. */
public final class Shown {

    /** A comparison such as {@code offerAnswer != "declined"} or {@code childrenCount = 0}. A condition can join comparisons with {@code and} and {@code or}. */
    private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s*(!?=)\\s*(?:\"([^\"]*)\"|(\\d+))");

    private static final Pattern OR = Pattern.compile("\\bor\\b");
    private static final Pattern AND = Pattern.compile("\\band\\b");

    private Shown() {}

    /** @param answers returns the answer to a field by its key, or null. A condition of another kind hides no field. */
    public static boolean is(JsonNode field, Function<String, Object> answers) {
        String hidden = field.path("conditional").path("hide").asText().strip();
        return !hidden.startsWith("=")
                || Stream.of(OR.split(hidden.substring(1)))
                        .noneMatch(each -> Stream.of(AND.split(each)).allMatch(one -> holds(one, answers)));
    }

    private static boolean holds(String comparison, Function<String, Object> answers) {
        Matcher compared = COMPARISON.matcher(comparison.strip());
        if (!compared.matches()) {
            return false;
        }
        String value = Objects.requireNonNullElse(compared.group(3), compared.group(4));
        boolean equal = value.equals(Objects.toString(answers.apply(compared.group(1)), null));
        return compared.group(2).equals("=") == equal;
    }
}
