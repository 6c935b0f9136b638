package fr.acse.platform.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Cache of the deployed forms. A cached form stays valid, because a deployed form never changes. */
@Component
@RequiredArgsConstructor
class FormSchemas {

    private static final int MOST_REMEMBERED = 500;

    private final Cache<FormRef, FormSchema> schemas =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final CommonChoices choices;
    private final DeployedForms deployed;

    FormSchema get(FormRef form) {
        return schemas.get(form, any -> new FormSchema(deployed.read(form), choices));
    }
}
