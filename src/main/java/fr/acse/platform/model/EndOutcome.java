package fr.acse.platform.model;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** The property {@code outcome} of an end event, which says what the end means for the case. */
public final class EndOutcome {

    public static final String PROPERTY = "outcome";

    private EndOutcome() {}

    /** @throws IllegalStateException if the end has no such property */
    public static String of(DelegateExecution end) {
        BaseElement event = end.getBpmnModelElementInstance();
        for (CamundaProperty property : event.getModelInstance().getModelElementsByType(CamundaProperty.class)) {
            if (PROPERTY.equals(property.getCamundaName())
                    && event.equals(
                            property.getParentElement().getParentElement().getParentElement())) {
                return property.getCamundaValue();
            }
        }
        throw new IllegalStateException("The end " + event.getId() + " has no outcome");
    }
}
