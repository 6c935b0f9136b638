package fr.acse.platform.form;

import fr.acse.platform.EngineParts;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the engine what to do when a form is submitted or opened. */
@Component
@Order(2)
class FormSettings extends AbstractProcessEnginePlugin {

    private final SealedFormsParseListener listener;

    FormSettings(@Lazy SealedFormsParseListener listener) {
        this.listener = listener;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreBPMNParseListeners(
                EngineParts.with(configuration.getCustomPreBPMNParseListeners(), listener));
        configuration.setCustomSessionFactories(EngineParts.with(
                configuration.getCustomSessionFactories(),
                EngineParts.forEachCommand(FormSession.class, FormSession::new)));
        configuration.setCustomPreCommandInterceptorsTxRequired(EngineParts.with(
                configuration.getCustomPreCommandInterceptorsTxRequired(), new OnlyWhatTheFormShows()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getValueTypeResolver().addType(JsonText.TYPE);
    }
}
