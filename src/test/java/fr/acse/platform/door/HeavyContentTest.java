package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Content that takes a server its memory or its time: refused with words, and the next person is served. */
@ProcessTest
class HeavyContentTest {

    @Autowired
    Network network;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    private final String name = "heavy-" + UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @MethodSource("fr.acse.platform.door.HeavyModels#all")
    void aHeavyModelIsRefusedByWhatIsTooMuch(String file, String content, String words) {
        HttpResponse<String> answer = deploy(file, content);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
        assertThat(repository.createDeploymentQuery().deploymentName(name).count())
                .isZero();
    }

    @Test
    void aBodyLongerThanItsDoorAllowsEndsWhileItIsRead() {
        HttpResponse<String> answer = deploy("heavy.png", "x".repeat(13_000_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("This is too large. Nothing was changed.");

        String text = "{\"text\":\"" + "x".repeat(1_100_000) + "\"}";
        assertThat(Door.web(port, "operator")
                        .call("PUT", "own:/drafts/start-referral", text)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aNarrativeOfAnySignsIsSearchedCopiedAndListed() {
        for (String text : HeavyModels.TEXTS) {
            String reference = network.openReferral();
            network.complete(reference, "task_assessSituation", "operator", "sealed_situation", text);

            assertThat(Door.web(port, "operator")
                            .call("GET", "own:/cases/" + reference, null)
                            .statusCode())
                    .isEqualTo(200);
        }
        String signs = "%28".repeat(200);
        assertThat(Door.web(port, "coordinator")
                        .call("GET", "own:/cases?reference=" + signs, null)
                        .statusCode())
                .isLessThan(500);
    }

    private HttpResponse<String> deploy(String file, String content) {
        return HeavyModels.deploy(Door.rest(port, "analyst"), name, file, content);
    }
}
