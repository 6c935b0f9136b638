package fr.acse.platform.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.ModelChanges.Change;
import fr.acse.words.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Models that an analyst wants to deploy wait for a second person, who sees what changes. */
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
    private final RepositoryService repository;
    private final AuditLog audit;
    private final Unchecked unchecked;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ModelProposals(
            JdbcTemplate jdbc,
            @Lazy RepositoryService repository,
            AuditLog audit,
            Unchecked unchecked,
            CurrentPerson person,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.audit = audit;
        this.unchecked = unchecked;
        this.person = person;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Deploys files completely and rolls this back; then they wait for a second person.
     *
     * @throws Refusal if they break a rule, or nothing in them is new
     */
    void tryOutAndKeep(Supplier<Deployment> deploy) {
        Map<String, byte[]> files = new TreeMap<>();
        String name = transaction.execute(status -> {
            Deployment tried = deploy.get();
            status.setRollbackOnly();
            files.putAll(filesOf(tried.getId()));
            return String.valueOf(tried.getName());
        });
        Map<String, byte[]> before = deployed(files);
        boolean nothingNew =
                files.entrySet().stream().allMatch(file -> Arrays.equals(before.get(file.getKey()), file.getValue()));
        if (nothingNew) {
            throw new Refusal("nothingNew");
        }
        transaction.executeWithoutResult(status -> keep(name, files, person.login()));
    }

    /** Used where no second person is required. */
    void noteDeployed(Deployment deployed) {
        audit.add(Act.MODEL_DEPLOYED, person.login(), deployed.getId(), String.valueOf(deployed.getName()));
    }

    private Map<String, byte[]> filesOf(String deployment) {
        return unchecked.call(() -> {
            Map<String, byte[]> files = new TreeMap<>();
            repository.getDeploymentResourceNames(deployment).forEach(file -> files.put(file, read(deployment, file)));
            return files;
        });
    }

    private UUID keep(String name, Map<String, byte[]> files, Login person) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into model_proposal (id, name, changes, proposed_by, proposed_at, state)"
                        + " values (?, ?, ?, ?, ?, 'WAITING')",
                id,
                name,
                json(changes(files)),
                person.value(),
                now());
        files.forEach((file, content) ->
                jdbc.update("insert into model_file (proposal, name, content) values (?, ?, ?)", id, file, content));
        audit.add(Act.MODEL_PROPOSED, person, id.toString(), name);
        return id;
    }

    /**
     * For each file, the latest deployed version of the same process, decision or form, whatever folder it came from.
     */
    private Map<String, byte[]> deployed(Map<String, byte[]> files) {
        Map<String, String> wanted = new TreeMap<>();
        files.forEach((file, content) -> wanted.put(about(file, content), file));
        Map<String, byte[]> found = new TreeMap<>();
        return unchecked.call(() -> {
            Iterator<Deployment> latest = repository
                    .createDeploymentQuery()
                    .orderByDeploymentTime()
                    .desc()
                    .list()
                    .iterator();
            while (!wanted.isEmpty() && latest.hasNext()) {
                String deployment = latest.next().getId();
                for (String name : repository.getDeploymentResourceNames(deployment)) {
                    byte[] content = read(deployment, name);
                    String file = wanted.remove(about(name, content));
                    if (file != null) {
                        found.put(file, content);
                    }
                }
            }
            return found;
        });
    }

    private static String about(String file, byte[] content) {
        return ModelChanges.kind(file) + " " + ModelChanges.subject(file, content);
    }

    private byte[] read(String deployment, String file) {
        try (InputStream content = repository.getResourceAsStream(deployment, file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional(readOnly = true)
    public List<Proposal> latest() {
        return jdbc
                .query(
                        "select * from model_proposal order by state = 'WAITING' desc, proposed_at desc limit 50",
                        ModelProposals::row)
                .stream()
                .map(this::againstWhatIsDeployedNow)
                .toList();
    }

    /** Meanwhile something else may have been deployed. */
    private Proposal againstWhatIsDeployedNow(Proposal proposal) {
        return proposal.state().equals(WAITING)
                ? new Proposal(
                        proposal.id(),
                        proposal.name(),
                        proposal.proposedBy(),
                        proposal.proposedAt(),
                        WAITING,
                        null,
                        changes(filesOf(proposal)))
                : proposal;
    }

    private List<Change> changes(Map<String, byte[]> files) {
        Map<String, byte[]> before = deployed(files);
        List<Change> changes = new ArrayList<>();
        files.forEach((file, content) -> changes.addAll(ModelChanges.of(file, before.get(file), content)));
        return changes;
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
     * Deploys what somebody else proposed.
     *
     * @throws Refusal if she proposed it herself, or it is decided already
     */
    @Transactional
    public void release(UUID id, Login person) {
        Proposal proposal = lock(id);
        if (person.equals(proposal.proposedBy())) {
            throw new Refusal("secondPersonForModels");
        }
        decide(proposal, "RELEASED", person);
        Map<String, byte[]> files = filesOf(proposal);
        unchecked.call(() -> {
            DeploymentBuilder deployment =
                    repository.createDeployment().name(proposal.name()).source("second person");
            files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
            return deployment.deployWithResult();
        });
        audit.add(Act.MODEL_DEPLOYED, person, id.toString(), proposal.name());
    }

    /** @throws Refusal if it is her own (which she withdraws), or it is decided already */
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
