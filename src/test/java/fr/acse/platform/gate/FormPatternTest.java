package fr.acse.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern that an analyst writes can stop neither the server nor a browser. */
class FormPatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "^[a-z][a-z0-9]{1,11}$",
                "^[+0-9][0-9 ().-]{3,}$",
                "^ *[Aa][Cc][Ss][Ee][ -]?[0-9A-Za-z]{4}[ -]?[0-9A-Za-z]{4} *$",
                "^(FR|BE)[0-9]{2}(-[0-9]{4})?$",
                "^[^]]{1,5}\\*$",
                "^(?:[0-9]{2} ){4}[0-9]{2}$",
                "^(red|green|blue)$"
            })
    void whatCodesAndNumbersNeedIsTaken(String pattern) {
        assertThat(FormPattern.isQuick(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(a*)*$",
                "^((a{100}){100}){100}$",
                "^(?:(?:a|b)+c)+$",
                "^(?:[a-z]|[a-z0-9])+$",
                "^(a|a)*$",
                "^(a|a){30}$",
                "^(a?){30}$",
                "(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)b",
                "^a*a*a*b$",
                "^a{1,9}a{1,9}a{1,9}b$",
                "a?a?a?a?a?a?a?aaaaaaa",
                "a{1000}a{1000}a{1000}",
                "(?=a)b",
                "(a)\\1",
                "a)",
                "["
            })
    void whatATextCouldMakeLongIsRefused(String pattern) {
        assertThat(FormPattern.isQuick(pattern)).isFalse();
    }
}
