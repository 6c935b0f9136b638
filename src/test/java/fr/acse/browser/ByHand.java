package fr.acse.browser;

import com.fasterxml.jackson.databind.JsonNode;
import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.codes.CaseReference;
import fr.acse.platform.history.CaseHistory;
import fr.acse.platform.identity.People;
import fr.acse.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;

/** The people of the network in their browsers. They do each form once by clicks and keys, wrongly first; after that, the API does it. */
final class ByHand extends Network implements AutoCloseable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.of("Europe/Paris"));

    private final ProcessEngine engine;
    private final Clock clock;
    private final Chromium chromium;
    private final String address;
    private final Predicate<String> byHand;
    private final Map<String, Tasklist> windows = new HashMap<>();
    private final Set<String> done = new TreeSet<>();

    /** @param byHand names of the forms that are done by hand */
    ByHand(
            ProcessEngine engine,
            People people,
            CaseHistory history,
            JdbcTemplate jdbc,
            Clock clock,
            Chromium chromium,
            String address,
            Predicate<String> byHand) {
        super(engine, people, history, jdbc, clock);
        this.engine = engine;
        this.clock = clock;
        this.chromium = chromium;
        this.address = address;
        this.byHand = byHand;
    }

    /** Names of the forms that were done by hand. */
    Set<String> done() {
        return done;
    }

    @Override
    public void completeTask(Task task, String person, Object... values) {
        String form = task.getCamundaFormRef().getKey();
        if (!byHand.test(form) || !done.add(form)) {
            super.completeTask(task, person, values);
            return;
        }
        Map<String, Object> answers = as(person, () -> answers(task, values));
        windowOf(person).tryOut(task, form, asTyped(form, answers, Arrays.asList(values)));
    }

    @Override
    protected String startWith(String process, String form, String person, Map<String, Object> values) {
        if (!byHand.test(form) || !done.add(form)) {
            return super.startWith(process, form, person, values);
        }
        Instant before = clock.instant();
        Map<String, Object> answers = new TreeMap<>(FormAnswers.of(form, clock, values));
        Object reference = answers.get(CaseReference.VARIABLE);
        String name = reference == null ? definition(process).getName() : buttonOf(process);
        windowOf(person).tryOutStart(name, form, (String) reference, asTyped(form, answers, values.keySet()));
        return reference == null ? newest(process, before) : (String) reference;
    }

    /** The button on the page of a case. An answer by telephone has its button beside the shelter that was asked. */
    private static String buttonOf(String process) {
        return process.equals("telephone-answer")
                ? Words.ofPages().get("case.recordAnswer")
                : Words.of("start." + process);
    }

    private String newest(String process, Instant after) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .filter(instance -> !instance.getStartTime().toInstant().isBefore(after.minusSeconds(1)))
                .findFirst()
                .orElseThrow()
                .getBusinessKey();
    }

    private Tasklist windowOf(String person) {
        return windows.computeIfAbsent(person, name -> new Tasklist(chromium, address, name));
    }

    /**
     * The answers as a person types them, by the keys of the fields.
     *
     * @param given keys of the answers that the story gives; in a list without an answer of the story, each row gets the first options
     */
    private static Map<String, String> asTyped(String form, Map<String, Object> answers, Collection<?> given) {
        Map<String, String> typed = new HashMap<>();
        for (JsonNode field : FormOnPage.components(form)) {
            boolean isList = field.path("type").asText().equals("dynamiclist");
            String key = field.path(isList ? "path" : "key").asText();
            Object answer = answers.get(key);
            if (answer != null && (!isList || given.contains(key))) {
                typed.put(key, asTyped(field, answer.toString()));
            }
        }
        return typed;
    }

    private static String asTyped(JsonNode field, String answer) {
        if (!field.path("type").asText().equals("datetime")) {
            return answer;
        }
        return field.path("subtype").asText().equals("date")
                ? DAY.format(LocalDate.parse(answer))
                : MOMENT.format(OffsetDateTime.parse(answer).toInstant());
    }

    @Override
    public void close() {
        windows.values().forEach(Tasklist::close);
    }
}
