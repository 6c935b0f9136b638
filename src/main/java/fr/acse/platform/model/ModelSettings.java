package fr.acse.platform.model;

import fr.acse.platform.EngineParts;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the engine what a model may hold and reach, and who may deploy one. */
@Component
@Order(3)
class ModelSettings extends AbstractProcessEnginePlugin {

    private final VariableWatch variables;
    private final ApplicationContext application;

    ModelSettings(@Lazy DeclaredVariables declared, ApplicationContext application) {
        this.variables = new VariableWatch(declared);
        this.application = application;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new ModelExpressions(application));
        configuration.setCustomHistoryEventHandlers(
                EngineParts.with(configuration.getCustomHistoryEventHandlers(), variables));
    }
}
