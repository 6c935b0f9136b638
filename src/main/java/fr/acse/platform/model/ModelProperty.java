package fr.acse.platform.model;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** A property of an element of a model, which says what a step does there. */
public final class ModelProperty {

    /** What an end event means for the case. */
    public static final String OUTCOME = "outcome";

    /** Which notice a task sends. */
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
