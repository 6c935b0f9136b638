package fr.acse.directory.process;

import fr.acse.directory.Vetting;
import fr.acse.platform.identity.Unchecked;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Finds an association among the running registration processes. */
@Component
record RunningVetting(RuntimeService runtime, Unchecked unchecked) implements Vetting {

    @Override
    public boolean isUnderWay(String code) {
        return unchecked.call(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey("register-organisation")
                        .variableValueEquals(RegisterOrganisationProcess.CODE.name(), code)
                        .count())
                > 0;
    }
}
