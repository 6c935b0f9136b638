package fr.acse.console.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.platform.sets.ModelProposals;
import fr.acse.platform.sets.ModelProposals.Proposal;
import fr.acse.platform.sets.ModelSets;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts rehearsals, one at a time, and stores their results. */
@Component
class Rehearsals {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);
    private static final String STORY = ".yaml";
    private static final int MOST_SHOWN = 20;
    private static final int MOST_STORIES = 60;
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    /** The time to drop the schema and to write the page, after the longest rehearsal. */
    private static final Duration ENDING = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Pattern STORIES = Pattern.compile(".*\\.ya?ml", Pattern.CASE_INSENSITIVE);
    private static final Pattern KINDS = Pattern.compile(".*\\.(bpmn|dmn|form|ya?ml)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STORY_NAME = Pattern.compile("[\\p{L}\\p{N} ._-]{1,100}");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param set number of the set of models that was current
     * @param state RUNNING, GREEN, PARTLY, RED or FAILED
     */
    record Rehearsal(
            UUID id,
            String name,
            UUID proposal,
            Login askedBy,
            Instant askedAt,
            long set,
            String state,
            String reason) {}

    private final JdbcTemplate jdbc;
    private final ModelSets sets;
    private final ModelProposals proposals;
    private final RehearsalProcess process;
    private final AuditLog audit;
    private final Clock clock;

    Rehearsals(
            JdbcTemplate jdbc,
            ModelSets sets,
            ModelProposals proposals,
            RehearsalProcess process,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.proposals = proposals;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Rehearses files without deploying them.
     *
     * @param files models, forms and scenarios by name; a scenario replaces the stored scenario with the same name
     * @throws Refusal if a file breaks a rule or cannot be read, or another rehearsal runs
     */
    UUID tryOut(Map<String, String> files, Login person) {
        Map<String, byte[]> models = new TreeMap<>();
        Map<String, String> stories = new TreeMap<>();
        Map<String, byte[]> all = new TreeMap<>();
        files.forEach((name, text) -> {
            Refusal.unless(
                    text != null && KINDS.matcher(name).matches(),
                    "rehearsalKind",
                    name.substring(0, Math.min(60, name.length())));
            if (STORIES.matcher(name).matches()) {
                Refusal.unless(
                        STORY_NAME.matcher(name).matches(),
                        "scenario.name",
                        name.substring(0, Math.min(60, name.length())));
                stories.put(name, text);
            } else {
                models.put(name, text.getBytes(StandardCharsets.UTF_8));
            }
            all.put(name, text.getBytes(StandardCharsets.UTF_8));
        });
        sets.requireWithin(all);
        Map<String, byte[]> whole = models.isEmpty() ? sets.current() : sets.completed(models);
        return begin(String.join(", ", files.keySet()), whole, stories, null, person);
    }

    /** Rehearses a proposal that waits for a second person. The stories are those of the last rehearsal that its analyst started. */
    UUID tryOut(UUID proposal, Login person) {
        Proposal waiting = proposals.waiting(proposal);
        Map<String, byte[]> whole = proposals.wouldBe(proposal);
        // The proposal was checked together with an older set, so it is checked again with the current set.
        sets.check(whole);
        return begin(waiting.name(), whole, lastStories(waiting.proposedBy()), proposal, person);
    }

    private Map<String, String> lastStories(Login analyst) {
        return jdbc
                .queryForList(
                        "select stories from model_rehearsal where asked_by = ? and proposal is null order by asked_at desc limit 1",
                        String.class,
                        analyst.value())
                .stream()
                .findFirst()
                .map(Rehearsals::read)
                .orElse(Map.of());
    }

    private static Map<String, String> read(String stories) {
        try {
            return JSON.readValue(stories, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The scenarios of a rehearsal cannot be read", e);
        }
    }

    private static String written(Map<String, String> stories) {
        try {
            return JSON.writeValueAsString(stories);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID begin(String name, Map<String, byte[]> whole, Map<String, String> own, UUID proposal, Login person) {
        Map<String, String> stories = new TreeMap<>(ours());
        stories.putAll(own);
        Refusal.unless(stories.size() <= MOST_STORIES, "scenario.tooMany", MOST_STORIES);
        stories.forEach(ScenarioFile::read);
        UUID id = UUID.randomUUID();
        Map<String, byte[]> current = sets.current();
        long set = sets.latest().get(0).number();
        String asked = Words.of("rehearsal.against", person, Words.moment(clock.instant(), FRANCE), set);
        endLost();
        forgetOld();
        try {
            jdbc.update(
                    "insert into model_rehearsal (id, name, proposal, asked_by, asked_at, set_number, stories, state)"
                            + " values (?, ?, ?, ?, ?, ?, ?, 'RUNNING')",
                    id,
                    name.length() > 250 ? name.substring(0, 250) : name,
                    proposal,
                    person.value(),
                    now(),
                    set,
                    written(own));
        } catch (DuplicateKeyException another) {
            throw new Refusal("rehearsalRuns");
        }
        audit.add(Act.MODEL_REHEARSED, person, id.toString(), name);
        try {
            process.start(
                    id,
                    current,
                    whole,
                    stories,
                    proposal != null,
                    result -> end(id, name, asked, own, current, whole, result));
        } catch (RuntimeException notStarted) {
            fail(id, Words.of("rehearsal.broken"));
            throw notStarted;
        }
        return id;
    }

    private void fail(UUID id, String reason) {
        jdbc.update(
                "update model_rehearsal set state = 'FAILED', ended_at = ?, reason = ? where id = ? and state = 'RUNNING'",
                now(),
                reason,
                id);
    }

    /** Marks a rehearsal as FAILED if it still runs after its time limit, because its node has died. */
    private void endLost() {
        jdbc.update(
                "update model_rehearsal set state = 'FAILED', ended_at = ?, reason = ? where state = 'RUNNING' and asked_at < ?",
                now(),
                Words.of("rehearsal.nodeLost"),
                now().minus(process.longest().plus(ENDING)));
    }

    private void end(
            UUID id,
            String name,
            String asked,
            Map<String, String> own,
            Map<String, byte[]> current,
            Map<String, byte[]> whole,
            RehearsalProcess.Outcome outcome) {
        if (outcome.played() == null) {
            fail(id, outcome.reason());
            return;
        }
        try {
            Report report = new Report(
                    current, whole, outcome.played().current(), outcome.played().proposed(), own.keySet());
            Map<String, String> ours = ours();
            boolean replaced = own.keySet().stream().anyMatch(ours::containsKey);
            jdbc.update(
                    "update model_rehearsal set state = ?, ended_at = ?, page = ? where id = ? and state = 'RUNNING'",
                    report.verdict(replaced),
                    now(),
                    new ReportPage(report).page(name, asked + earlier(outcome), own, ours),
                    id);
        } catch (RuntimeException unreadable) {
            LOG.error("What came of a rehearsal could not be told", unreadable);
            fail(id, Words.of("rehearsal.broken"));
        }
    }

    private static String earlier(RehearsalProcess.Outcome outcome) {
        return outcome.earlier() == null
                ? ""
                : " " + Words.of("rehearsal.earlier", Words.moment(outcome.earlier(), FRANCE));
    }

    /** Deletes rehearsals after 90 days. The rehearsals of a released proposal stay, because their stories are still used. */
    private void forgetOld() {
        jdbc.update(
                "delete from model_rehearsal r where asked_at < ? and not exists"
                        + " (select from model_proposal p where p.id = r.proposal and p.state = 'RELEASED')",
                now().minus(KEPT));
    }

    /** The 20 latest rehearsals, and all rehearsals of proposals that wait. */
    @Transactional
    List<Rehearsal> latest() {
        endLost();
        return jdbc.query(
                """
                select id, name, proposal, asked_by, asked_at, set_number, state, reason from model_rehearsal r
                where asked_at >= (select min(asked_at) from (select asked_at from model_rehearsal order by asked_at desc limit ?) l)
                    or exists (select from model_proposal p where p.id = r.proposal and p.state = 'WAITING')
                order by asked_at desc""",
                (row, index) -> new Rehearsal(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("proposal", UUID.class),
                        new Login(row.getString("asked_by")),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getLong("set_number"),
                        row.getString("state"),
                        row.getString("reason")),
                MOST_SHOWN);
    }

    /** The report page of a rehearsal; empty while the rehearsal runs or if it failed. */
    @Transactional(readOnly = true)
    Optional<String> page(UUID id) {
        return jdbc
                .queryForList("select page from model_rehearsal where id = ? and page is not null", String.class, id)
                .stream()
                .findFirst();
    }

    /** The valid stories by file name: the stories of the software, and the stories of the last rehearsal of each released proposal. */
    Map<String, String> ours() {
        Map<String, String> stories = new TreeMap<>(shipped());
        jdbc.queryForList("""
                select r.stories from model_proposal p join lateral (select stories from model_rehearsal where proposal = p.id
                    order by asked_at desc limit 1) r on true
                where p.state = 'RELEASED' order by p.decided_at""", String.class).forEach(each -> stories.putAll(read(each)));
        return stories;
    }

    /** The scenarios that are part of the software, by file name. */
    static Map<String, String> shipped() {
        Map<String, String> stories = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:/scenarios/*" + STORY)) {
                stories.put(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The scenarios cannot be read", e);
        }
        return stories;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
