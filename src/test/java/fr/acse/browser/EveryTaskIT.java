package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.platform.history.CaseHistory;
import fr.acse.platform.identity.People;
import java.io.File;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each form, filled in wrongly first and rightly then, by clicks and keys. Every change tries one form for each kind of field and condition. */
@RunningApplication
class EveryTaskIT {

    /** Between them, these forms have every kind of field, and every kind of condition. */
    private static final Set<String> ONE_OF_EACH_KIND = Set.of(
            "assess-situation",
            "record-commitment",
            "choose-shelters",
            "plan-journey",
            "report-event",
            "submit-travel-claim",
            "check-claim");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    People people;

    @Autowired
    CaseHistory history;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Test
    void aFormThatWasFilledInWronglyIsFilledInRightlyAndSent() {
        try (ByHand network = byHand(ONE_OF_EACH_KIND::contains)) {
            stories().all().get("a whole case").accept(network);

            assertThat(network.done()).containsExactlyInAnyOrderElementsOf(ONE_OF_EACH_KIND);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "acse.whole", matches = "true", disabledReason = "part of the whole run")
    void soIsEveryForm() {
        Map<String, Throwable> failed = new TreeMap<>();
        Set<String> done = new TreeSet<>();
        try (ByHand network = byHand(form -> true)) {
            stories().all().forEach((name, story) -> {
                try {
                    story.accept(network);
                } catch (RuntimeException | AssertionError failure) {
                    failed.put(name, failure);
                }
            });
            done.addAll(network.done());
        }
        failed.forEach((name, failure) -> failure.addSuppressed(new AssertionError(name)));
        assertThat(failed).isEmpty();
        assertThat(done).containsExactlyInAnyOrderElementsOf(forms());
    }

    private EveryStory stories() {
        return new EveryStory(jdbc, tasks, management, clock);
    }

    private static Set<String> forms() {
        return Stream.of(new File("forms").list())
                .map(name -> name.replace(".form", ""))
                .collect(Collectors.toSet());
    }

    private ByHand byHand(Predicate<String> forms) {
        return new ByHand(engine, people, history, jdbc, clock, chromium, "http://localhost:" + port, forms);
    }
}
