package fr.acse.platform.model;

import com.google.re2j.Pattern;
import fr.acse.codes.CaseReference;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/** Refuses variables that are not declared, or that hold anything but codes, whatever door they came through. */
class VariableWatch implements HistoryEventHandler {

    /** Codes and lists of codes, days, logins and ids; no words. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.,:@+-]{0,400}");

    private static final Set<String> TYPES = Set.of("string", "integer", "long", "double", "boolean", "date", "null");

    private final DeclaredVariables declared;

    VariableWatch(DeclaredVariables declared) {
        this.declared = declared;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity instance) {
            check(instance);
        } else if (event instanceof HistoricVariableUpdateEventEntity variable
                && !event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE)) {
            check(variable);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    /**
     * Checked at the end, when a business key that somebody typed has been replaced; in a called process, from the
     * beginning.
     */
    private static void check(HistoricProcessInstanceEventEntity instance) {
        boolean ends = instance.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END);
        if (instance.getBusinessKey() != null && (ends || instance.getSuperProcessInstanceId() != null)) {
            requireReference(instance.getBusinessKey());
        }
    }

    private void check(HistoricVariableUpdateEventEntity variable) {
        declared.check(variable.getProcessDefinitionKey(), variable.getVariableName());
        String text = variable.getTextValue();
        if (!TYPES.contains(variable.getSerializerName())
                || text != null && !CODE.matcher(text).matches()) {
            throw new Refusal("notACode", variable.getVariableName());
        }
        if (variable.getVariableName().equals(ProcessContract.CASE_REFERENCE.name())) {
            requireReference(text);
        }
    }

    /** A process acts for the case whose reference it has, so no model may invent a reference. */
    private static void requireReference(String text) {
        if (text == null
                || CaseReference.parse(text)
                        .filter(each -> each.value().equals(text))
                        .isEmpty()) {
            throw new Refusal("caseReference");
        }
    }
}
