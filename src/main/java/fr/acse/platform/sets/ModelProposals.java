package fr.acse.platform.sets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.sets.ModelChanges.Change;
import fr.acse.words.Refusal;
import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Models that an analyst wants to deploy wait here until a second person has seen the changes and releases or refuses the models. */
@Component
public class ModelProposals {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WAITING = "WAITING";

    /** @param state WAITING, RELEASED, REFUSED or WITHDRAWN */
    public record Proposal(
            UUID id,
            String name,
            Login proposedBy,
            Instant proposedAt,
            String state,
            Login decidedBy,
            List<Change> changes) {}

    private final JdbcTemplate jdbc;
    private static final int MOST_WAITING = 10;

    private final RepositoryService repository;
    private final SetDeployer deployer;
    private final StoredSets sets;
    private final AuditLog audit;
    private final Unchecked unchecked;
    private final ModelChecks gate;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final Clock clock;

    ModelProposals(
            JdbcTemplate jdbc,
            RepositoryService repository,
            SetDeployer deployer,
            StoredSets sets,
            AuditLog audit,
            Unchecked unchecked,
            ModelChecks gate,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.deployer = deployer;
        this.sets = sets;
        this.audit = audit;
        this.unchecked = unchecked;
        this.gate = gate;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.clock = clock;
    }

    /** Stores checked files until a second person decides. If the same person sends the same files twice, they are stored once. */
    void keep(String name, Files files, Long again, Login person) {
        Refusal.unless(waitingOf(person) < MOST_WAITING, "proposalsWait", MOST_WAITING);
        Files current = sets.current();
        String changes = json(ModelChanges.between(current, whole(current, files, again)));
        apart.executeWithoutResult(status -> {
            if (again != null || !waitsAlready(files, person)) {
                insert(name, files, again, changes, person);
            }
        });
    }

    private int waitingOf(Login person) {
        return jdbc.queryForObject(
                "select count(*) from model_proposal where state = 'WAITING' and proposed_by = ?",
                Integer.class,
                person.value());
    }

    private boolean waitsAlready(Files files, Login person) {
        return jdbc
                .query(
                        "select * from model_proposal where state = 'WAITING' and proposed_by = ? and again is null",
                        ModelProposals::row,
                        person.value())
                .stream()
                .anyMatch(waiting -> new Files(filesOf(waiting)).isSameAs(files));
    }

    private void insert(String name, Files files, Long again, String changes, Login person) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into model_proposal (id, name, changes, again, proposed_by, proposed_at, base, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'WAITING')",
                id,
                name,
                changes,
                again,
                person.value(),
                now(),
                sets.latest().map(NumberedSet::number).orElse(null));
        files.byName()
                .forEach((file, content) -> jdbc.update(
                        "insert into model_file (proposal, name, content) values (?, ?, ?)", id, file, content));
        audit.add(Act.MODEL_PROPOSED, person, id.toString(), name);
    }

    /** Lists the 50 latest proposals. The files are compared outside a transaction, so that no transaction is idle meanwhile. */
    public List<Proposal> latest() {
        Files current = sets.current();
        return jdbc
                .query(
                        "select * from model_proposal order by state = 'WAITING' desc, proposed_at desc limit 50",
                        ModelProposals::row)
                .stream()
                .map(proposal -> against(current, proposal))
                .toList();
    }

    /** Compares a waiting proposal with the current set, because another set may have been deployed since the proposal. */
    private Proposal against(Files current, Proposal proposal) {
        if (!proposal.state().equals(WAITING)) {
            return proposal;
        }
        return new Proposal(
                proposal.id(),
                proposal.name(),
                proposal.proposedBy(),
                proposal.proposedAt(),
                WAITING,
                null,
                ModelChanges.between(current, whole(current, new Files(filesOf(proposal)), again(proposal.id()))));
    }

    /**
     * Returns the set that would be current if somebody released the proposal now.
     *
     * @throws Refusal if the proposal is already decided
     */
    @Transactional(readOnly = true)
    public Map<String, byte[]> wouldBe(UUID id) {
        return whole(sets.current(), new Files(filesOf(waiting(id))), again(id)).byName();
    }

    /** @throws Refusal if the proposal is already decided */
    @Transactional(readOnly = true)
    public Proposal waiting(UUID id) {
        return jdbc
                .query("select * from model_proposal where id = ? and state = 'WAITING'", ModelProposals::row, id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("proposalDecided"));
    }

    /** Returns the set that would be current after a deployment of the sent files, or of the earlier set {@code again}. */
    private Files whole(Files current, Files sent, Long again) {
        return again == null ? current.with(sent) : sets.files(again);
    }

    private Long again(UUID proposal) {
        return jdbc.queryForObject("select again from model_proposal where id = ?", Long.class, proposal);
    }

    private Map<String, byte[]> filesOf(Proposal proposal) {
        Map<String, byte[]> files = new TreeMap<>();
        jdbc.query(
                "select name, content from model_file where proposal = ?",
                row -> {
                    files.put(row.getString("name"), row.getBytes("content"));
                },
                proposal.id());
        return files;
    }

    /**
     * Deploys files that another person proposed.
     *
     * @param seen number of the set that was current when the releasing person looked at the changes
     * @throws Refusal if the same person proposed the files, if the proposal is already decided, or if the current set has changed
     */
    public void release(UUID id, long seen, Login person) {
        requireReleasable(waiting(id), seen, person);
        // The gate checks the set and caches its findings before the transaction begins, so that no transaction waits
        // for the check.
        gate.findings(wouldBe(id));
        transaction.executeWithoutResult(status -> releaseNow(id, seen, person));
    }

    private void releaseNow(UUID id, long seen, Login person) {
        Proposal proposal = lock(id);
        requireReleasable(proposal, seen, person);
        Map<String, byte[]> files = filesOf(proposal);
        Long again = again(id);
        String changedSince = changedSince(id, files);
        Refusal.unless(changedSince.isEmpty(), "proposalUndoes", changedSince);
        decide(proposal, "RELEASED", person);
        unchecked.call(() -> {
            if (again != null) {
                deployer.deployAgain(again);
                return null;
            }
            DeploymentBuilder deployment = repository.createDeployment().name(proposal.name());
            files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
            return deployment.deployWithResult();
        });
        audit.add(Act.MODEL_DEPLOYED, person, id.toString(), proposal.name());
    }

    private void requireReleasable(Proposal proposal, long seen, Login person) {
        Refusal.unless(!person.equals(proposal.proposedBy()), "secondPersonForModels");
        Refusal.unless(sets.latest().filter(set -> set.number() == seen).isPresent(), "proposalStale");
    }

    /** Names of the proposed files that another deployment has changed since the proposal was made. */
    private String changedSince(UUID id, Map<String, byte[]> files) {
        Long base = jdbc.queryForObject("select base from model_proposal where id = ?", Long.class, id);
        if (base == null) {
            return "";
        }
        Files then = sets.files(base);
        Files now = sets.current();
        return files.entrySet().stream()
                .filter(file -> {
                    byte[] current = now.before(file.getKey(), file.getValue());
                    return !Arrays.equals(then.before(file.getKey(), file.getValue()), current)
                            && !Arrays.equals(file.getValue(), current);
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** @throws Refusal if the proposal is already decided; the author of a proposal withdraws the proposal with this method */
    @Transactional
    public void refuse(UUID id, Login person) {
        Proposal proposal = lock(id);
        boolean own = person.equals(proposal.proposedBy());
        decide(proposal, own ? "WITHDRAWN" : "REFUSED", person);
        audit.add(own ? Act.MODEL_WITHDRAWN : Act.MODEL_REFUSED, person, id.toString(), proposal.name());
    }

    private Proposal lock(UUID id) {
        return jdbc
                .query(
                        "select * from model_proposal where id = ? and state = 'WAITING' for update",
                        ModelProposals::row,
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("proposalDecided"));
    }

    private void decide(Proposal proposal, String state, Login person) {
        jdbc.update(
                "update model_proposal set state = ?, decided_by = ?, decided_at = ? where id = ?",
                state,
                person.value(),
                now(),
                proposal.id());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Proposal row(ResultSet row, int index) throws SQLException {
        try {
            return new Proposal(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    new Login(row.getString("proposed_by")),
                    row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                    row.getString("state"),
                    row.getString("decided_by") == null ? null : new Login(row.getString("decided_by")),
                    JSON.readValue(row.getString("changes"), new TypeReference<List<Change>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The changes of a proposal cannot be read", e);
        }
    }

    private static String json(List<Change> changes) {
        try {
            return JSON.writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
