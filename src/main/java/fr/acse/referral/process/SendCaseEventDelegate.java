package fr.acse.referral.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.springframework.stereotype.Component;

/** Sends the message of an event to the running case. */
@Component
@ModelStep(name = "Send the case event", does = "Tells the case what was reported, as the message of this event.")
record SendCaseEventDelegate(CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        ThrowEvent event = (ThrowEvent) execution.getBpmnModelElementInstance();
        MessageEventDefinition definition =
                (MessageEventDefinition) event.getEventDefinitions().iterator().next();
        MessageCorrelationBuilder told = execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation(definition.getMessage().getName())
                .processInstanceBusinessKey(reference.value());
        // Whoever says that a place is lost does not decide on it.
        if (definition.getMessage().getName().equals(AgreeArrivalProcess.ACCEPTANCE_WITHDRAWN)) {
            told.setVariable(AgreeArrivalProcess.LOSS_REPORTER, person.login().value());
        }
        Refusal.unless(
                !told.correlateAllWithResult().isEmpty(),
                definition.getMessage().getName().equals("acse.relocationNeeded") ? "noRelocation" : "eventNotNow",
                reference);
    }
}
