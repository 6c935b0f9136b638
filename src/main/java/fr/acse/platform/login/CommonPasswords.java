package fr.acse.platform.login;

import fr.acse.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/**
 * Refuses passwords that are easy to guess (OWASP ASVS 5, 6.2.4). The list of the library nbvcxz contains 100,000 passwords; they are
 * refused, also with digits and signs around them or repeated. A password that contains the person's login or name is refused, too.
 */
public class CommonPasswords implements PasswordPolicyRule {

    private static final String LIST = "/dictionaries/passwords.txt";
    private static final int SHORTEST_NAME = 4;
    /** Longer passwords are refused, because the check of a longer password takes too long. */
    private static final int LONGEST = 200;

    private final Set<String> common;

    public CommonPasswords() {
        try (BufferedReader list = new BufferedReader(
                new InputStreamReader(CommonPasswords.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            common = list.lines().map(CommonPasswords::folded).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getPlaceholder() {
        return Words.of("password.common");
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }

    @Override
    public boolean execute(String password) {
        if (password.length() > LONGEST) {
            return false;
        }
        String whole = folded(password);
        String bare = lettersWithin(whole);
        return !common.contains(whole)
                && !(bare.length() >= SHORTEST_NAME && common.contains(bare))
                && !common.contains(repeated(whole))
                && whole.chars().distinct().count() > SHORTEST_NAME;
    }

    @Override
    public boolean execute(String password, User user) {
        String whole = folded(password);
        return execute(password)
                && Stream.of(user.getId(), user.getFirstName(), user.getLastName())
                        .filter(name -> name != null && name.length() >= SHORTEST_NAME)
                        .noneMatch(name -> whole.contains(folded(name)));
    }

    /** The part of the text between its first and its last letter. */
    private static String lettersWithin(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetter(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetter(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The repeated part of a text such as "abcabc", or the whole text if no part is repeated. */
    private static String repeated(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.length() % length == 0
                    && text.equals(text.substring(0, length).repeat(text.length() / length))) {
                return text.substring(0, length);
            }
        }
        return text;
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
