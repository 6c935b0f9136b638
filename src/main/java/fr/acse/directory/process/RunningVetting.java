package fr.acse.directory.process;

import fr.acse.directory.Vetting;
import fr.acse.platform.identity.Unchecked;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/** Finds an association among the running registration processes. */
@Component
record RunningVetting(RuntimeService runtime, Unchecked unchecked) implements Vetting {

    private static final String PROCESS = "register-organisation";

    @Override
    public boolean isUnderWay(String code) {
        return unchecked.call(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .variableValueEquals(RegisterOrganisationProcess.CODE.name(), code)
                        .count())
                > 0;
    }

    @Override
    public List<String> underWay() {
        return unchecked.call(() -> {
            String[] running = runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).list().stream()
                    .map(Execution::getId)
                    .toArray(String[]::new);
            return running.length == 0
                    ? List.of()
                    : runtime
                            .createVariableInstanceQuery()
                            .processInstanceIdIn(running)
                            .variableName(RegisterOrganisationProcess.CODE.name())
                            .list()
                            .stream()
                            .map(code -> (String) code.getValue())
                            .toList();
        });
    }
}
