package fr.acse.placement.process;

import fr.acse.placement.WaitingPriority;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.DeployedTable;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Whose turn it is, as it is deployed. */
@Component
class DeployedPriority implements WaitingPriority {

    private final DeployedTable<PriorityTable> deployed;

    DeployedPriority(RepositoryService repository, Unchecked unchecked) {
        deployed = new DeployedTable<>(PriorityTable.ID, PriorityTable::new, repository, unchecked);
    }

    @Override
    public Table table() {
        return deployed.get();
    }
}
