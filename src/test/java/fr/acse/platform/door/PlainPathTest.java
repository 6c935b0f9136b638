package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.pattern.PathPatternParser;

/** A path is served under one spelling only. */
class PlainPathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/ /",
                "/task/AZaz09-._~!$&'()*+,:=@ /task/AZaz09-._~!$&'()*+,:=@",
                "/definition/referral%3A1%3Aab /definition/referral:1:ab",
                "/caf%C3%A9 /café",
                "/a%C2%A0b /a\u00A0b",
                "/a%5Bb%5D%5E%7C /a[b]^|",
                "/.hidden /.hidden",
                "/a../b /a../b",
            })
    void isReadAsItIsServed(String uri, String read) {
        assertThat(PlainPath.of(uri))
                .hasValueSatisfying(path -> assertThat(path.text()).isEqualTo(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "task",
                "%20/task",
                "/a//b",
                "//",
                "/a/./b",
                "/a/../b",
                "/..",
                "/.",
                "/a%2Fb",
                "/a%2fb",
                "/%2e%2e/b",
                "/%74ask",
                "/t%61sk",
                "/a%",
                "/a%2",
                "/a%zz",
                "/a%C3",
                "/a%C3%28",
                "/a%00",
                "/a%0A",
                "/a%3Bb",
                "/a;b",
                "/a%5Cb",
                "/a\\b",
                "/a?b",
                "/a%3Fb",
                "/a#b",
                "/a b",
                "/café",
                "/a%7F",
                "/a%E2%81%84b",
                "/a%E2%88%95b",
                "/a%E2%80%A4b",
                "/a%EF%BC%8Fb",
                "/a%EF%BC%81",
                "/a%EF%BD%9E",
                "/a%C2%80",
            })
    void hasNoOtherSpelling(String uri) {
        assertThat(PlainPath.of(uri)).isEmpty();
    }

    @Test
    void fitsThePatternOfADoor() {
        var pattern = PathPatternParser.defaultInstance.parse("/task/{id}/claim");

        assertThat(PlainPath.plain("/task/7/claim").matches(pattern)).isTrue();
        assertThat(PlainPath.plain("/task/7/unclaim").matches(pattern)).isFalse();
    }
}
