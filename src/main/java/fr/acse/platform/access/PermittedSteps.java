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

/** Checks the parts of the acting person before each step that names them, even if a model allows more. */
@Component
@RequiredArgsConstructor
class PermittedSteps implements BeanPostProcessor {

    private static final Map<String, Step> STEPS = ModelSteps.byBean();

    private final ObjectFactory<CaseAccess> access;
    private final ObjectFactory<CurrentPerson> person;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof JavaDelegate step) || !STEPS.containsKey(name)) {
            return bean;
        }
        Relation[] parts = STEPS.get(name).parts();
        if (parts.length == 0) {
            return bean;
        }
        return (JavaDelegate) execution -> {
            access.getObject().require(person.getObject().login(), caseOf(execution), parts);
            step.execute(execution);
        };
    }
}
