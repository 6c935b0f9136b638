package fr.acse.platform.form;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.springframework.stereotype.Component;

/** Deployed forms, read once: what is deployed never changes. */
@Component
class FormSchemas {

    private final Map<FormRef, FormSchema> schemas = new ConcurrentHashMap<>();

    private final CommonChoices choices;

    FormSchemas(CommonChoices choices) {
        this.choices = choices;
    }

    FormSchema get(FormRef form) {
        return schemas.computeIfAbsent(form, this::load);
    }

    private FormSchema load(FormRef form) {
        CommandContext context = Context.getCommandContext();
        CamundaFormDefinitionEntity definition = context.getCamundaFormDefinitionManager()
                .findDefinitionByDeploymentAndKey(form.deployment(), form.key());
        if (definition == null) {
            throw new IllegalStateException("Form " + form.key() + " was not deployed with its model");
        }
        return new FormSchema(
                context.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(form.deployment(), definition.getResourceName())
                        .getBytes(),
                choices);
    }
}
