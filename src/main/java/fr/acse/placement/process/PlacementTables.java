package fr.acse.placement.process;

import fr.acse.placement.ShelterCriteria;
import fr.acse.placement.WaitingPriority;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.DeployedTable;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the deployed versions of the decision tables that the search and the waiting list use. */
@Configuration(proxyBeanMethods = false)
class PlacementTables {

    @Bean
    ShelterCriteria shelterCriteria(RepositoryService repository, Unchecked unchecked) {
        return new DeployedTable<>(CriteriaTable.ID, CriteriaTable::new, repository, unchecked)::get;
    }

    @Bean
    WaitingPriority waitingPriority(RepositoryService repository, Unchecked unchecked) {
        return new DeployedTable<>(PriorityTable.ID, PriorityTable::new, repository, unchecked)::get;
    }
}
