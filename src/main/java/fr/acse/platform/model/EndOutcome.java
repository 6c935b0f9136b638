package fr.acse.platform.model;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** What the end event at which a process is means for the case: its property {@code outcome}. */
public final class EndOutcome {

    public static final String PROPERTY = "outcome";

    private EndOutcome() {}

    /**
     * @param before what the ends of models without the property mean, by id: cases that began under them end by them
     * @throws IllegalStateException if the end says nothing
     */
    public static String of(DelegateExecution end, Map<String, String> before) {
        BaseElement event = end.getBpmnModelElementInstance();
        for (CamundaProperty property : event.getModelInstance().getModelElementsByType(CamundaProperty.class)) {
            if (PROPERTY.equals(property.getCamundaName())
                    && event.equals(
                            property.getParentElement().getParentElement().getParentElement())) {
                return property.getCamundaValue();
            }
        }
        String outcome = before.get(event.getId());
        if (outcome == null) {
            throw new IllegalStateException("The end " + event.getId() + " has no outcome");
        }
        return outcome;
    }
}
