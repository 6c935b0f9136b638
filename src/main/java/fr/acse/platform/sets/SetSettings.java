package fr.acse.platform.sets;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the engine that whole sets are deployed, and how many definitions it keeps in memory. */
@Component
@Order(3)
class SetSettings extends AbstractProcessEnginePlugin {

    /** A set has fifteen processes. Definitions that nobody used for long leave the memory and are read again when they are needed. */
    private static final int MOST_DEFINITIONS_IN_MEMORY = 120;

    private final ApplicationContext application;

    SetSettings(ApplicationContext application) {
        this.application = application;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCacheCapacity(MOST_DEFINITIONS_IN_MEMORY);
        configuration.setRepositoryService(new SetRepository(
                () -> application.getBean(DeploySet.class), () -> application.getBean(ReleaseOfSoftware.class)));
    }
}
