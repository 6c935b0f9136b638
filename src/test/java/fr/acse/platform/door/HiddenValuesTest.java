package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.ProcessTest;
import fr.acse.casefile.CaseFileService;
import fr.acse.casefile.RevealLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.access.CaseAccess;
import java.io.IOException;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A value changes, and no answer to whoever may not know it does: what an answer hides, it does not tell by its length, order or count either. */
@ProcessTest
class HiddenValuesTest extends AccessQuestions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> SEALED =
            List.of("sealed_firstName", "sealed_situation", "sealed_functionalNeeds", "sealed_answerNote");

    @Autowired
    CaseFileService files;

    @Autowired
    CaseAccess access;

    @Autowired
    RevealLog reveals;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    /** Values get another length, so that nothing that counts their signs stays the same. All that a person may not read changes together. */
    @Test
    void aSealedValueChangesNoByteOfAnyAnswerToWhoMayNotReadIt() throws IOException {
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
        List<Asker> askers = askers();
        write(askers, SEALED, "Anna");
        Map<List<String>, List<Asker>> alike = askers.stream()
                .collect(Collectors.groupingBy(asker ->
                        SEALED.stream().filter(field -> !mayRead(field, asker)).toList()));
        alike.remove(List.of());
        for (Map.Entry<List<String>, List<Asker>> each : alike.entrySet()) {
            List<String> hidden = each.getKey();
            List<Asker> blind = each.getValue();
            write(askers, SEALED, "Anna");
            Map<String, String> before = answers(blind, SEALED);
            Map<String, List<String>> known = revealed(hidden, askers);
            write(askers, hidden, "Anastasia-Maria, and a word more");
            Map<String, String> after = answers(blind, SEALED);
            Map<String, List<String>> knownNow = revealed(hidden, askers);

            // Each answer that tells a value adds a line there.
            before.keySet().removeIf(request -> request.contains(" GET own:/reads"));
            before.forEach((request, answer) -> assertThat(after.get(request))
                    .as("%s, after %s changed", request, hidden)
                    .isEqualTo(answer));
            hidden.forEach(field -> assertThat(knownNow.get(field))
                    .as("somebody sees the change of %s", field)
                    .isNotEqualTo(known.get(field)));
        }
        SEALED.forEach(field -> assertThat(askers)
                .as("who may not read %s", field)
                .filteredOn(asker -> !mayRead(field, asker))
                .hasSizeGreaterThan(5));
    }

    /** @return what each of those who may read a field is told of it */
    private Map<String, List<String>> revealed(List<String> fields, List<Asker> askers) {
        return fields.stream()
                .collect(Collectors.toMap(
                        field -> field,
                        field -> askers.stream()
                                .filter(asker -> mayRead(field, asker))
                                .map(asker -> ask(filled(reveal(field), asker), asker.person()))
                                .toList()));
    }

    /**
     * The same three cases in two worlds: another shelter holds the place of one, another person escorts the next, another association
     * asked for the third. Each person compares the worlds that differ in all that she may not know.
     */
    @Test
    void aProtectedPlainValueChangesNoByteOfAnyAnswerToWhoMayNotKnowIt() throws IOException {
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
        network.proposed(ALONE); // its hold is a job that can be asked about
        Map<Differing, Asker> cases = new EnumMap<>(Differing.class);
        for (Differing differing : Differing.values()) {
            someone(differing.otherReader, differing.itsGroups);
            String reference = network.agreed(ALONE);
            Task task = at(reference, differing.step);
            cases.put(differing, new Asker("coordinator", reference, task));
            transaction.executeWithoutResult(status -> reveals.add(
                    new Login(differing.reader),
                    new CaseReference(reference),
                    Set.of("sealed_firstName"),
                    task.getId()));
        }
        Map<String, String> known = answers(cases.values(), List.of());
        Map<String, String> knownNow = new TreeMap<>();
        Map<String, String> then = new TreeMap<>();
        Map<String, String> now = new TreeMap<>();
        for (Differing differing : Differing.values()) {
            List<Asker> blind = of(differing.blind, cases.values());
            then.putAll(answers(blind, List.of("sealed_shelterAddress")));
            EnumSet<Differing> all = EnumSet.range(Differing.HOLDER, differing);
            all.forEach(each -> inTheOtherWorld(each, cases.get(each)));
            now.putAll(answers(blind, List.of("sealed_shelterAddress")));
            if (differing == Differing.ASSOCIATION) {
                knownNow.putAll(answers(cases.values(), List.of()));
            }
            all.forEach(each -> asItWas(each, cases.get(each)));
        }
        for (Differing differing : Differing.values()) {
            identity.deleteUser(differing.otherReader);
        }

        for (Differing differing : Differing.values()) {
            Asker of = cases.get(differing);
            assertThat(knownNow)
                    .as("the coordination sees the other %s", differing)
                    .anySatisfy((request, answer) -> {
                        assertThat(request)
                                .containsAnyOf(
                                        of.reference(),
                                        of.task().getId(),
                                        of.task().getProcessInstanceId());
                        assertThat(answer).contains(differing.after).isNotEqualTo(known.get(request));
                    });
        }
        // The load by region is published as such (ADR 12).
        then.keySet().removeIf(request -> request.endsWith("own:/deadlines/figures"));
        then.forEach((request, answer) ->
                assertThat(inOrder(now.get(request))).as(request).isEqualTo(inOrder(answer)));
        System.out.printf("Two worlds: %d answers are the same%n", then.size());
        assertThat(then).hasSizeGreaterThan(1500);
    }

    private static List<Asker> of(List<String> people, Collection<Asker> cases) {
        return people.stream()
                .flatMap(person -> cases.stream().map(each -> new Asker(person, each.reference(), each.task())))
                .toList();
    }

    private Task at(String reference, String step) {
        if (!step.equals("task_planJourney")) {
            network.plan(reference);
        }
        if (step.equals("task_confirmReception")) {
            network.complete(reference, "task_confirmDeparture", "operator");
        }
        return network.task(reference, step);
    }

    /**
     * What differs between the worlds, the step of the case, who may know neither this nor what stands above but what stands below, and
     * who reads a value of the case in each.
     */
    private enum Differing {
        HOLDER("task_confirmReception", "s01", "s12", List.of("operator"), "shelter", "housed", "shelters", "org-s12"),
        /** Supervisors give the tasks of an association to people, so they know it (ADR 29). */
        ESCORT(
                "task_confirmDeparture",
                "operator",
                "another",
                List.of("supervisor"),
                "operator",
                "another",
                "operators",
                "org-harbour"),
        ASSOCIATION(
                "task_planJourney",
                "harbour",
                "lighthouse",
                List.of("operator2", "shelter3", "finance", "analyst", "admin"),
                "operator",
                "keeper",
                "operators");

        private final String step;
        private final String before;
        private final String after;
        private final List<String> blind;
        private final String reader;
        private final String otherReader;
        private final String[] itsGroups;

        Differing(
                String step,
                String before,
                String after,
                List<String> blind,
                String reader,
                String otherReader,
                String... itsGroups) {
            this.step = step;
            this.before = before;
            this.after = after;
            this.blind = blind;
            this.reader = reader;
            this.otherReader = otherReader;
            this.itsGroups = itsGroups;
        }

        /** Where it stands beside the engine's own tables. */
        private List<String> columns() {
            return switch (this) {
                case HOLDER -> List.of("allocation.shelter", "journey.shelter");
                case ESCORT -> List.of("journey.escort");
                case ASSOCIATION -> List.of("referral.operator");
            };
        }
    }

    private void someone(String login, String... groups) {
        identity.saveUser(identity.newUser(login));
        for (String group : groups) {
            identity.createMembership(login, group);
        }
    }

    /** The log is only added to, so its guard is put aside for a moment. */
    private void readBy(String reader, String before, Task task) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("alter table reveal disable trigger reveal_is_only_added_to");
            jdbc.update("update reveal set person = ? where person = ? and task = ?", reader, before, task.getId());
            jdbc.execute("alter table reveal enable trigger reveal_is_only_added_to");
        });
    }

    /** Rows that were changed come in another order where nobody asks for one. */
    private static String inOrder(String answer) {
        try {
            JsonNode json = JSON.readTree(answer.substring(3));
            return json.isArray()
                    ? StreamSupport.stream(json.spliterator(), false)
                            .map(JsonNode::toString)
                            .sorted()
                            .toList()
                            .toString()
                    : answer;
        } catch (IOException noJson) {
            return answer;
        }
    }

    private void inTheOtherWorld(Differing differing, Asker of) {
        change(differing, of.reference(), differing.before, differing.after);
        readBy(differing.otherReader, differing.reader, of.task());
    }

    private void asItWas(Differing differing, Asker of) {
        change(differing, of.reference(), differing.after, differing.before);
        readBy(differing.reader, differing.otherReader, of.task());
    }

    private void change(Differing differing, String reference, String before, String after) {
        String instances = "(select proc_inst_id_ from act_ru_execution where business_key_ = '" + reference + "')";
        for (String prefix : List.of("", "org-")) {
            for (String change : List.of(
                    "update act_ru_variable set text_ = ? where text_ = ? and proc_inst_id_ in " + instances,
                    "update act_ru_identitylink set group_id_ = ? where group_id_ = ? and task_id_ in"
                            + " (select id_ from act_ru_task where proc_inst_id_ in " + instances + ")",
                    "update act_ru_task set assignee_ = ? where assignee_ = ? and proc_inst_id_ in " + instances)) {
                jdbc.update(change, prefix + after, prefix + before);
            }
        }
        for (String column : differing.columns()) {
            String[] parts = column.split("\\.");
            jdbc.update(
                    "update " + parts[0] + " set " + parts[1] + " = ? where " + parts[1] + " = ? and reference = ?",
                    after,
                    before,
                    reference);
        }
    }

    private void write(List<Asker> askers, List<String> fields, String value) {
        Map<String, String> values = fields.stream().collect(Collectors.toMap(field -> field, field -> value));
        askers.stream()
                .map(Asker::reference)
                .distinct()
                .forEach(reference -> transaction.executeWithoutResult(
                        status -> files.seal(new CaseReference(reference), values, new Login("operator"))));
    }

    private boolean mayRead(String field, Asker asker) {
        return transaction.execute(status -> access.readable(
                        Set.of(field), new Login(asker.person()), new CaseReference(asker.reference()))
                .contains(field));
    }
}
