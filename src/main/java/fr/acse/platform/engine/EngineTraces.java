package fr.acse.platform.engine;

import fr.acse.casefile.Traces;
import fr.acse.codes.CaseReference;
import fr.acse.platform.form.Drafts;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deletes the ended process instances of a case from the engine's tables, and drafts that were saved after their task ended. */
@Component
@Order(0)
record EngineTraces(RuntimeService runtime, HistoryService history, Drafts drafts, Unchecked unchecked)
        implements Traces {

    @Override
    public Map<String, Integer> remove(CaseReference reference) {
        return unchecked.call(() -> {
            if (runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(reference.value())
                            .count()
                    > 0) {
                throw new Refusal("caseStillRuns", reference);
            }
            List<HistoricProcessInstance> instances = history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(reference.value())
                    .list();
            drafts.forgetUnneeded();
            instances.forEach(instance -> history.deleteHistoricProcessInstance(instance.getId()));
            return Map.of(EngineTables.PAST_INSTANCES, instances.size());
        });
    }
}
