package fr.acse.platform.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.springframework.stereotype.Component;

/** Deployed forms, read once: what is deployed never changes. */
@Component
class FormSchemas {

    private static final int MOST_REMEMBERED = 500;

    private final Cache<FormRef, FormSchema> schemas =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private final CommonChoices choices;

    FormSchemas(CommonChoices choices) {
        this.choices = choices;
    }

    FormSchema get(FormRef form) {
        return schemas.get(form, this::load);
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
