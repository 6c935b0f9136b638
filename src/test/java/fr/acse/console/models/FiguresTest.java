package fr.acse.console.models;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Door;
import fr.acse.platform.history.CaseHistory;
import fr.acse.platform.history.PassedFigures.Waits;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where cases go and where they wait, as an analyst sees it on the diagram. */
@ProcessTest
class FiguresTest {

    @LocalServerPort
    int port;

    @Autowired
    Network network;

    @Autowired
    CaseHistory history;

    @Test
    void anAnalystSeesHowManyPassAndHowLongStepsWaitButNoCase() {
        String reference = network.openReferral();
        network.pass(reference, Duration.ofHours(3));
        network.complete(reference, "task_assessSituation", "operator");
        history.count();

        String page = page("/models/figures/assess");

        assertThat(page)
                .contains(
                        "Where cases wait: Assessment and commitment",
                        "<svg",
                        "data-element=\"task_assessSituation\"",
                        "Assess the situation")
                .containsPattern("class=\"heat[1-5]\"")
                .containsPattern(">\\d+×<")
                .doesNotContain(reference);
        assertThat(page("/models/figures/assess?version=1")).contains("Version 1");
    }

    @Test
    void aProcessThatNobodyHasIsNotFound() {
        HttpResponse<String> answer = Door.web(port, "analyst").call("GET", "own:/models/figures/nothing", null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing was found");
    }

    @Test
    void whoMayNotSeeAPageReadsWhyOnAPage() {
        HttpResponse<String> answer = Door.web(port, "operator").call("GET", "own:/models/figures", null);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).contains("This is not for your role", "Go to the start page");
    }

    @Test
    void theLongerAStepWaitsTheDarkerItIsAndWhatNobodyTookIsGrey() {
        HeatMap map = new HeatMap(
                Set.of("flow_a", "flow_b", "Flow_c"),
                Map.of("flow_a", 100L, "flow_b", 1L),
                Map.of("task_quick", new Waits(5, 60, 600), "task_slow", new Waits(50, 86_400, 1_000_000)),
                Map.of("task_slow", 2L, "task_new", 1L));

        assertThat(map.classes("task_quick")).isEqualTo("heat1");
        assertThat(map.classes("task_slow")).isEqualTo("heat5");
        assertThat(map.badge("task_slow")).isEqualTo("2 now · ~1 d / ~11 d");
        assertThat(map.badge("task_quick")).as("of a few cases").isEqualTo("~1 min / –");
        assertThat(map.badge("task_new")).isEqualTo("1 now");
        assertThat(map.classes("flow_a")).isEqualTo("much4");
        assertThat(map.classes("flow_b")).isEqualTo("much1");
        assertThat(map.classes("Flow_c")).isEqualTo("never");
    }

    private String page(String path) {
        HttpResponse<String> answer = Door.web(port, "analyst").call("GET", "own:" + path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
