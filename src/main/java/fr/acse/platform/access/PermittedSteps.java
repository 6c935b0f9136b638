package fr.acse.platform.access;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelSteps;
import fr.acse.platform.model.ModelSteps.Step;
import fr.acse.platform.model.ProcessContract;
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
        return bean instanceof JavaDelegate step
                        && STEPS.containsKey(name)
                        && STEPS.get(name).parts().length > 0
                ? permitted(step, STEPS.get(name))
                : bean;
    }

    private JavaDelegate permitted(JavaDelegate step, Step described) {
        return execution -> {
            access.getObject()
                    .require(
                            person.getObject().login(),
                            ProcessContract.CASE_REFERENCE.get(execution),
                            described.parts());
            step.execute(execution);
        };
    }
}
