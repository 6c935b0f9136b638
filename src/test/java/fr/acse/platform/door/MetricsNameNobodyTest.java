package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.metrics.MetricsEndpoint;

@ProcessTest
class MetricsNameNobodyTest {

    @Autowired
    Network network;

    @Autowired
    MetricsEndpoint metrics;

    @Test
    void noMetricNamesACaseOrAnybodyInIt() {
        network.arrived();
        StringBuilder text = new StringBuilder();
        metrics.listNames()
                .getNames()
                .forEach(name -> metrics.metric(name, null)
                        .getAvailableTags()
                        .forEach(tag -> text.append(tag.getTag()).append(tag.getValues())));

        assertThat(text.toString()).hasSizeGreaterThan(500).doesNotContain("ACSE-", FormAnswers.CANARY);
    }
}
