package fr.acse.payment.process;

import fr.acse.payment.TravelCeilings;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.DeployedTable;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the deployed decision table of travel ceilings. */
@Configuration(proxyBeanMethods = false)
class PaymentTables {

    @Bean
    TravelCeilings travelCeilings(RepositoryService repository, Unchecked unchecked) {
        return new DeployedTable<>(CeilingsTable.ID, CeilingsTable::new, repository, unchecked)::get;
    }
}
