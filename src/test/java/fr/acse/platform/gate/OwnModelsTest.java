package fr.acse.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Our own models keep to every rule. */
class OwnModelsTest {

    @Test
    void nothingIsFound() {
        assertThat(Gate.inWords(TheGate.findings(Map.of()))).isEmpty();
    }
}
