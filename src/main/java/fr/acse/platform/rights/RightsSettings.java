package fr.acse.platform.rights;

import fr.acse.platform.EngineParts;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the engine who manages people and groups. */
@Component
class RightsSettings extends AbstractProcessEnginePlugin {

    private final Power power;

    RightsSettings(@Lazy Power power) {
        this.power = power;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new NoCopiedRights());
        configuration.setIdentityProviderSessionFactory(
                EngineParts.forEachCommand(PeopleProvider.class, () -> new PeopleProvider(power)));
    }
}
