package fr.acse.console.rehearsal;

import com.google.re2j.Pattern;
import fr.acse.console.rehearsal.Scenario.NotAsWritten;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.words.Words;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Checks what a story expects. The name of an unknown element or event is an error, also in {@code notOpen} and {@code notTold}. */
final class Expectations {

    private static final Pattern COLON = Pattern.compile(":\\s*");

    private final Stage stage;
    private final JdbcTemplate jdbc;
    private final Set<String> passed;
    private final Set<String> known;

    /**
     * @param passed elements that the story has passed, as {@code process/element} and as {@code element}
     * @param known ids and names of the elements in the models
     */
    Expectations(Stage stage, JdbcTemplate jdbc, Set<String> passed, Set<String> known) {
        this.stage = stage;
        this.jdbc = jdbc;
        this.passed = passed;
        this.known = known;
    }

    private String reference() {
        unless(!stage.references().isEmpty(), "scenario.notStarted");
        return stage.references().get(0);
    }

    void outcome(String outcome) {
        String is =
                jdbc
                        .queryForList("select outcome from referral where reference = ?", String.class, reference())
                        .stream()
                        .findFirst()
                        .orElse(null);
        unless(outcome.equals(is), "scenario.outcome", outcome, is == null ? "-" : is);
    }

    void closed(boolean closed) {
        boolean open = !stage.tasks().isEmpty() || stage.nextJob() != null;
        unless(open != closed, closed ? "scenario.notClosed" : "scenario.isClosed", stage.openTasks());
    }

    void that(String what, String each) {
        if (what.equals("told") || what.equals("notTold")) {
            unless(isEvent(each), "scenario.noEvent", each);
        } else {
            unless(known.contains(each), "scenario.noElement", each);
        }
        switch (what) {
            case "open" -> unless(isOpen(each), "scenario.notOpen", each, stage.openTasks());
            case "notOpen" -> unless(!isOpen(each), "scenario.open", each);
            case "passed" -> unless(passed.contains(each), "scenario.notPassed", each);
            case "notPassed" -> unless(!passed.contains(each), "scenario.passed", each);
            case "told" -> unless(isTold(each), "scenario.notTold", each);
            default -> unless(!isTold(each), "scenario.told", each);
        }
    }

    boolean isOpen(String task) {
        return stage.tasks().stream().anyMatch(each -> Stage.isCalled(each, task));
    }

    private static boolean isEvent(String what) {
        String[] parts = COLON.split(what);
        boolean role = parts.length == 1
                || Stream.of(Audience.Role.values())
                        .anyMatch(each -> each.name().equalsIgnoreCase(parts[0]));
        return role && Stream.of(Event.values()).anyMatch(each -> each.name().equals(parts[parts.length - 1]));
    }

    /** @param what {@code ROLE: EVENT}, or an event without a role */
    private boolean isTold(String what) {
        String[] parts = COLON.split(what);
        String event = parts[parts.length - 1];
        return jdbc
                .queryForList(
                        "select role from notice where reference = ? and event = ?", String.class, reference(), event)
                .stream()
                .anyMatch(role -> parts.length == 1 || role.equalsIgnoreCase(parts[0]));
    }

    static void unless(boolean condition, String key, Object... details) {
        if (!condition) {
            throw new NotAsWritten(Words.of(key, details));
        }
    }
}
