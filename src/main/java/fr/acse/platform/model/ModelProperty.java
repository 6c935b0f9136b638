package fr.acse.platform.model;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Reads the extension properties of an element in a process model. A property tells a step what to do at that element. */
public final class ModelProperty {

    /** Name of the property of an end event that holds the outcome of the case. */
    public static final String OUTCOME = "outcome";

    /** Name of the property of a task that holds the notice to send. */
    public static final String NOTICE = "notice";

    private ModelProperty() {}

    public static String outcomeOf(DelegateExecution end) {
        return of(end, OUTCOME);
    }

    /** @throws IllegalStateException if the current element has no such property */
    public static String of(DelegateExecution execution, String name) {
        BaseElement element = execution.getBpmnModelElementInstance();
        for (CamundaProperty property : element.getModelInstance().getModelElementsByType(CamundaProperty.class)) {
            if (name.equals(property.getCamundaName())
                    && element.equals(
                            property.getParentElement().getParentElement().getParentElement())) {
                return property.getCamundaValue();
            }
        }
        throw new IllegalStateException("The element " + element.getId() + " has no property " + name);
    }
}
