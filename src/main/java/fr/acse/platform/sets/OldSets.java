package fr.acse.platform.sets;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes the deployment of a replaced set from the engine after {@code acse.deployment.kept}, if no running or finished case uses it. The
 * files of the set stay in the database, so that users can still compare the set and make it current again.
 */
@Component
class OldSets {

    private static final Logger LOG = LoggerFactory.getLogger(OldSets.class);

    /** Key of an advisory lock in PostgreSQL. No other code uses this number. */
    private static final long LOCK = 0x4143_534fL;

    private static final String UNUSED = """
            select s.deployment from model_set s
            where (select min(later.made_at) from model_set later where later.number > s.number) < ?
                and exists (select from engine_deployment d where d.id = s.deployment)
                and not exists (select from engine_definition d join engine_instance i on i.definition = d.id
                    where d.deployment = s.deployment)
                and not exists (select from engine_definition d join engine_past_instance i on i.definition = d.id
                    where d.deployment = s.deployment)
            order by s.number limit 20""";

    private final JdbcTemplate jdbc;
    private final RepositoryService repository;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration kept;

    OldSets(
            JdbcTemplate jdbc,
            RepositoryService repository,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${acse.deployment.kept}") Duration kept) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.transaction = transaction;
        this.clock = clock;
        this.kept = kept;
    }

    /** Deletes at most 20 deployments in each run. An advisory lock lets only one node at a time run this job. */
    @Scheduled(
            fixedDelayString = "${acse.deployment.cleaned-every}",
            initialDelayString = "${acse.deployment.cleaned-every}")
    void remove() {
        transaction.executeWithoutResult(status -> {
            if (!Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK))) {
                return;
            }
            OffsetDateTime before = clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
            List<String> unused = jdbc.queryForList(UNUSED, String.class, before);
            unused.forEach(deployment -> repository.deleteDeployment(deployment, false, true));
            if (!unused.isEmpty()) {
                LOG.info("{} old sets of models left the engine, since no case needs them", unused.size());
            }
        });
    }
}
