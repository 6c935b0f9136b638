package fr.acse.referral.process;

import static fr.acse.referral.process.CorrectCaseProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.Variable;
import fr.acse.referral.HouseholdChanged;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Copies changed needs to every running process of the case that stores such needs. Shelters with an open offer are asked again. */
@Component
record SpreadNeeds(RuntimeService runtime, CaseProcesses processes, Unchecked unchecked) {

    private static final int MOST_INSTANCES = 100;

    @EventListener
    void spread(HouseholdChanged changed) {
        spread(
                changed.reference(),
                Variable.values(
                        CHILDREN.with(changed.household().childrenCount()),
                        BABIES.with(changed.household().babyCount()),
                        OLDEST_CHILD_AGE.with(changed.household().oldestChildAge())),
                null);
    }

    /** @param itself id of the process instance that makes the change and is skipped, or null */
    void spread(CaseReference reference, Map<String, Object> needs, String itself) {
        set(reference, needs, itself);
        processes.tell(reference, NEEDS_CHANGED);
    }

    /** Sets the values in the other process instances of the case, where the variable already has a value. */
    void set(CaseReference reference, Map<String, Object> values, String itself) {
        unchecked.run(() -> {
            runtime
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(reference.value())
                    .listPage(0, MOST_INSTANCES)
                    .stream()
                    .map(ProcessInstance::getId)
                    .filter(instance -> !instance.equals(itself))
                    .forEach(instance -> {
                        Map<String, Object> known = runtime.getVariables(instance, values.keySet());
                        values.forEach((name, value) -> {
                            if (known.get(name) != null) {
                                runtime.setVariable(instance, name, value);
                            }
                        });
                    });
        });
    }
}
