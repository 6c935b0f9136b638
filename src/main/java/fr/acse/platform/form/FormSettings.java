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
    private final SealedForms forms;

    FormSettings(@Lazy SealedFormsParseListener listener, @Lazy SealedForms forms) {
        this.listener = listener;
        this.forms = forms;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreBPMNParseListeners(
                EngineParts.with(configuration.getCustomPreBPMNParseListeners(), listener));
        configuration.setCustomPreCommandInterceptorsTxRequired(EngineParts.with(
                configuration.getCustomPreCommandInterceptorsTxRequired(), new OnlyWhatTheFormShows(forms)));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getValueTypeResolver().addType(JsonText.TYPE);
    }
}
