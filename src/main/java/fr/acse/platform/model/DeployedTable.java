package fr.acse.platform.model;

import fr.acse.platform.identity.Unchecked;
import java.io.InputStream;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/** Reads the latest deployed version of a decision table. The parsed table is cached until a newer version is deployed. */
public final class DeployedTable<T> {

    private record Version<T>(String id, T table) {}

    private final String decision;
    private final Function<InputStream, T> read;
    private final RepositoryService repository;
    private final Unchecked unchecked;
    private volatile Version<T> latest;

    /** @param decision id of the decision */
    public DeployedTable(
            String decision, Function<InputStream, T> read, RepositoryService repository, Unchecked unchecked) {
        this.decision = decision;
        this.read = read;
        this.repository = repository;
        this.unchecked = unchecked;
    }

    public T get() {
        return unchecked.call(() -> {
            DecisionDefinition deployed = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(decision)
                    .latestVersion()
                    .singleResult();
            Version<T> known = latest;
            if (known == null || !known.id().equals(deployed.getId())) {
                known = new Version<>(deployed.getId(), read.apply(repository.getDecisionModel(deployed.getId())));
                latest = known;
            }
            return known.table();
        });
    }
}
