package fr.acse.payment.process;

import fr.acse.payment.TravelCeilings;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.DeployedTable;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The table of ceilings, as it is deployed. */
@Configuration(proxyBeanMethods = false)
class PaymentTables {

    @Bean
    TravelCeilings travelCeilings(RepositoryService repository, Unchecked unchecked) {
        return new DeployedTable<>(CeilingsTable.ID, CeilingsTable::new, repository, unchecked)::get;
    }
}
