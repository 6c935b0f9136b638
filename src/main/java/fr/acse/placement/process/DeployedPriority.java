package fr.acse.placement.process;

import fr.acse.placement.WaitingPriority;
import fr.acse.platform.identity.Unchecked;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The latest deployed version of the table, read once. */
@Component
class DeployedPriority implements WaitingPriority {

    private record Version(String id, PriorityTable table) {}

    private final RepositoryService repository;
    private final Unchecked unchecked;
    private volatile Version latest;

    DeployedPriority(@Lazy RepositoryService repository, Unchecked unchecked) {
        this.repository = repository;
        this.unchecked = unchecked;
    }

    @Override
    public Table table() {
        return unchecked.call(() -> {
            DecisionDefinition deployed = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(PriorityTable.ID)
                    .latestVersion()
                    .singleResult();
            Version known = latest;
            if (known == null || !known.id().equals(deployed.getId())) {
                known = new Version(deployed.getId(), new PriorityTable(repository.getDecisionModel(deployed.getId())));
                latest = known;
            }
            return known.table();
        });
    }
}
