package fr.acse.herdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy of her data can be made of whatever was typed. */
class RedactionTest {

    private static final int LONGEST = 8_000;

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "1", " ", "a.", "a@", "s1", "1 rue ", "-", "'", "(", "\u0301", "é", "\ud800"})
    void aTextOfOneKindOfSignsIsGoneThroughOnce(String signs) {
        Redaction redaction = Redaction.of(List.of("Bérénice Vandamme"), List.of(), List.of());
        String text = signs.repeat(LONGEST / signs.length());

        assertThat(redaction.of(text)).doesNotContain("Vandamme");
        assertThat(redaction.of("1" + " ".repeat(LONGEST - 2))).startsWith("1");
        assertThat(redaction.of(text + " Vandamme")).doesNotContain("Vandamme");
    }
}
