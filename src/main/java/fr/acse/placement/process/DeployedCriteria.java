package fr.acse.placement.process;

import fr.acse.placement.ShelterCriteria;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.DeployedTable;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** What a shelter must be able to do, as it is deployed. */
@Component
class DeployedCriteria implements ShelterCriteria {

    private final DeployedTable<CriteriaTable> deployed;

    DeployedCriteria(RepositoryService repository, Unchecked unchecked) {
        deployed = new DeployedTable<>(CriteriaTable.ID, CriteriaTable::new, repository, unchecked);
    }

    @Override
    public Table table() {
        return deployed.get();
    }
}
