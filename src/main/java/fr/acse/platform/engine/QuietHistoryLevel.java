package fr.acse.platform.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/** Full history, but without copies of form inputs and without former values of variables. */
class QuietHistoryLevel extends HistoryLevelFull {

    static final String NAME = "acse";

    @Override
    public int getId() {
        return 64;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return !type.equals(HistoryEventTypes.FORM_PROPERTY_UPDATE)
                && !type.equals(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL)
                && super.isHistoryEventProduced(type, entity);
    }
}
