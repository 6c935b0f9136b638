package fr.acse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "=1\n2"})
    void nothingIsTakenForAFormula(String value) {
        assertThat(Csv.line(List.of(value))).startsWith("\"'").endsWith("\"\r\n");
    }

    @Test
    void nothingEndsItsCell() {
        assertThat(Csv.line(List.of("say \"no\"; or", "", "é"))).isEqualTo("\"say \"\"no\"\"; or\";\"\";\"é\"\r\n");
    }
}
