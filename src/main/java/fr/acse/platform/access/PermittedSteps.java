package fr.acse.platform.access;

import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelSteps;
import fr.acse.platform.model.ModelSteps.Step;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Checks the acting person's parts in the case before each delegate that names parts in {@code ModelStep.by}. */
@Component
@RequiredArgsConstructor
class PermittedSteps implements BeanPostProcessor {

    private static final Map<String, Step> STEPS = ModelSteps.byBean();

    private final ObjectFactory<CaseAccess> access;
    private final ObjectFactory<CurrentPerson> person;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        Relation[] parts = STEPS.containsKey(name) ? STEPS.get(name).parts() : new Relation[0];
        if (parts.length == 0) {
            return bean;
        }
        // A listener with parts would stop the start here, instead of being unprotected.
        JavaDelegate step = (JavaDelegate) bean;
        return (JavaDelegate) execution -> {
            access.getObject().require(person.getObject().login(), caseOf(execution), parts);
            step.execute(execution);
        };
    }
}
