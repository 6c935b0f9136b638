package fr.acse.console.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.console.rehearsal.Rehearsed.Line;
import fr.acse.console.rehearsal.Rehearsed.Played;
import fr.acse.platform.gate.Gate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the page of a rehearsal says of what happened. */
class ReportTest {

    private static final Map<String, byte[]> OURS = Gate.filesOfRelease();
    private static final Line ASKED = new Line("stay", "task_followUp", "Follow the stay", "STEP", "shelter", 0);
    private static final Line LATER = new Line("stay", "task_followUp", "Follow the stay", "STEP", "shelter", 7200);
    private static final Line ENDED = new Line("stay", "end_left", "She has left", "END", "", 60);

    @Test
    void aRehearsalThatReachesNothingOfTheChangeIsRed() {
        Report report = report(
                changed("stay.bpmn", "name=\"Follow the stay\"", "name=\"Follow her stay\""),
                played(null, ASKED),
                played(null, ASKED),
                Set.of("task_planJourney"),
                Set.of("task_planJourney"));

        assertThat(report.verdict(false)).isEqualTo("RED");
        assertThat(new ReportPage(report).page("it", "", Map.of(), Map.of()))
                .contains("No story reaches anything that was changed", "<span class=\"bad\">no</span>")
                .as("before and after")
                .contains("<del>the</del> → <ins>her</ins>");
    }

    @Test
    void aFormIsReachedByAStepThatShowsIt() {
        Report report = report(
                changed("follow-up.form", "\"label\"", "\"label\" "),
                played(null, ASKED),
                played(null, ASKED),
                Set.of("task_followUp"),
                Set.of("task_followUp"));

        assertThat(report.verdict(false)).isEqualTo("GREEN");
        assertThat(report.verdict(true)).as("with other stories").isEqualTo("PARTLY");
        assertThat(new ReportPage(report).page("it", "", Map.of(), Map.of()))
                .contains("came out as written", "each story happens as before");
    }

    @Test
    void aChangeThatNoStoryReachesBesideOneThatIsReachedIsToldAndNotGreen() {
        Map<String, byte[]> changed = changed("stay.bpmn", "name=\"Follow the stay\"", "name=\"Follow her stay\"");
        changed.putAll(changed("stay.bpmn", changed, "name=\"A month later\"", "name=\"Four weeks later\""));
        Report report = report(
                changed, played(null, ASKED), played(null, ASKED), Set.of("task_followUp"), Set.of("task_followUp"));

        assertThat(report.verdict(false)).isEqualTo("PARTLY");
        assertThat(new ReportPage(report).page("it", "", Map.of(), Map.of()))
                .contains("One changed element is reached by no story");
    }

    @Test
    void aRowOfADecisionIsReachedWhenItHeld() {
        Map<String, byte[]> changed = changed("eligibility.dmn", "Not a default housing", "No default housing");

        assertThat(decided(changed, Set.of("eligibility", "rule_4")).notReached())
                .hasSize(1);
        assertThat(decided(changed, Set.of("eligibility", "rule_2")).notReached())
                .isEmpty();
    }

    private static Report decided(Map<String, byte[]> changed, Set<String> passed) {
        Rehearsed rehearsed = new Rehearsed(List.of(played(null, ASKED)), Map.of("eligibility", passed));
        return new Report(OURS, changed, rehearsed, rehearsed, Set.of());
    }

    @Test
    void whatIsNewWhatIsGoneAndWhatComesLaterIsMarked() {
        Report report = report(
                OURS,
                played(null, ASKED, ENDED),
                played(null, LATER),
                Set.of("task_followUp"),
                Set.of("task_followUp"));

        assertThat(new ReportPage(report).page("it", "", Map.of(), Map.of()))
                .contains("after 2 hours <ins>(before: after 0 seconds)</ins>")
                .contains("<del>stay ends with “She has left” after 1 minute</del> (no longer)");
    }

    @Test
    void whatIsNoLongerReachedIsNamed() {
        Report report = report(OURS, played(null, ASKED), played(null, ASKED), Set.of("task_followUp"), Set.of());

        assertThat(report.lost()).containsEntry("stay", Set.of("task_followUp"));
        assertThat(new ReportPage(report).page("it", "", Map.of(), Map.of())).contains("stay: Follow the stay");
    }

    @Test
    void whatPeopleWriteIsNotReadAsHtml() {
        Report report = report(
                OURS,
                played("step 1: <script>alert(1)</script>", ASKED),
                played("step 1: <script>alert(1)</script>", ASKED),
                Set.of(),
                Set.of());

        assertThat(new ReportPage(report).page("<b>it</b>", "", Map.of("<i>.yaml", "<u>"), Map.of()))
                .contains("&lt;script&gt;", "&lt;b&gt;it", "One story does not fit the current models either")
                .doesNotContain("<script>", "<b>it");
    }

    private static Played played(String failed, Line... lines) {
        return new Played("story.yaml", "A story", failed, List.of(lines));
    }

    private static Report report(
            Map<String, byte[]> proposed, Played before, Played after, Set<String> passedBefore, Set<String> passed) {
        return new Report(
                OURS,
                proposed,
                new Rehearsed(List.of(before), Map.of("stay", passedBefore)),
                new Rehearsed(List.of(after), Map.of("stay", passed)),
                Set.of());
    }

    private static Map<String, byte[]> changed(String file, String before, String after) {
        return changed(file, OURS, before, after);
    }

    private static Map<String, byte[]> changed(String file, Map<String, byte[]> ours, String before, String after) {
        Map<String, byte[]> files = new TreeMap<>(ours);
        String text = new String(ours.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        files.put(file, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
