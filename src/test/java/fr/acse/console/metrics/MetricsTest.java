package fr.acse.console.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Door;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Numbers for Prometheus: there for a supervisor, about nobody. */
@ProcessTest
class MetricsTest {

    @Autowired
    Network network;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"docs/alerts.yml", "docs/grafana.json"})
    void everyNumberOfTheAlertRulesAndOfTheDashboardIsThereAndNoneNamesACase(String file) throws IOException {
        String reference = network.requested();
        String numbers = read("supervisor").body();

        Set<String> wanted = Pattern.compile("\\b(acse|http|hikaricp|jvm|process)_[a-z_]+")
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wanted).hasSizeGreaterThan(5);
        for (String number : wanted) {
            assertThat(numbers).containsPattern("(?m)^" + number + "(\\{[^}]*})? [0-9.E+-]+$");
        }
        assertThat(numbers).doesNotContain("ACSE-", reference);
        assertThat(numbers).containsPattern("acse_requests_open\\{state=\"on-time\"} [1-9]");
    }

    @Test
    void nobodyElseReadsThem() throws Exception {
        for (String person : new String[] {"operator", "coordinator", "shelter", "finance", "analyst", "admin"}) {
            assertThat(read(person).statusCode()).as(person).isEqualTo(403);
        }
        HttpResponse<String> anonymous = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/prometheus"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(anonymous.statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> read(String person) {
        return Door.rest(port, person).exchange("GET", "/actuator/prometheus", null, null);
    }
}
