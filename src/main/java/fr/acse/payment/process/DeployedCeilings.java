package fr.acse.payment.process;

import fr.acse.payment.TravelCeilings;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.DeployedTable;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** What a line of a claim may cost, as it is deployed. */
@Component
class DeployedCeilings implements TravelCeilings {

    private final DeployedTable<CeilingsTable> deployed;

    DeployedCeilings(RepositoryService repository, Unchecked unchecked) {
        deployed = new DeployedTable<>(CeilingsTable.ID, CeilingsTable::new, repository, unchecked);
    }

    @Override
    public Table table() {
        return deployed.get();
    }
}
