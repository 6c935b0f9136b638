package fr.acse.platform.engine;

import fr.acse.casefile.Traces;
import fr.acse.codes.CaseReference;
import fr.acse.platform.form.Drafts;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the engine's tables hold of a case: its instances with all their history, its decisions, the log of what
 * people did. Deleting an instance leaves the last two behind, so they are deleted one by one.
 */
@Component
@Order(0)
class EngineTraces implements Traces {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final Drafts drafts;
    private final JdbcTemplate jdbc;
    private final Unchecked unchecked;

    EngineTraces(
            RuntimeService runtime, HistoryService history, Drafts drafts, JdbcTemplate jdbc, Unchecked unchecked) {
        this.runtime = runtime;
        this.history = history;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.unchecked = unchecked;
    }

    @Override
    public Map<String, Integer> remove(CaseReference reference) {
        return unchecked.call(() -> {
            if (runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(reference.value())
                            .count()
                    > 0) {
                throw new Refusal("caseStillRuns", reference);
            }
            Map<String, Integer> removed = new HashMap<>();
            for (HistoricProcessInstance instance : history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(reference.value())
                    .list()) {
                remove(instance.getId(), removed);
            }
            return removed;
        });
    }

    private void remove(String instance, Map<String, Integer> removed) {
        for (String table :
                List.of("act_hi_actinst", "act_hi_taskinst", "act_hi_varinst", "act_hi_job_log", "act_hi_incident")) {
            String key = table.equals("act_hi_job_log") ? "process_instance_id_" : "proc_inst_id_";
            removed.merge(
                    table,
                    jdbc.queryForObject(
                            "select count(*) from " + table + " where " + key + " = ?", Integer.class, instance),
                    Integer::sum);
        }
        history.createHistoricTaskInstanceQuery()
                .processInstanceId(instance)
                .list()
                .forEach(task -> drafts.forget(task.getId()));
        List<HistoricDecisionInstance> decisions = history.createHistoricDecisionInstanceQuery()
                .processInstanceId(instance)
                .list();
        decisions.forEach(decision -> history.deleteHistoricDecisionInstanceByInstanceId(decision.getId()));
        removed.merge("act_hi_decinst", decisions.size(), Integer::sum);
        List<UserOperationLogEntry> done = history.createUserOperationLogQuery()
                .processInstanceId(instance)
                .list();
        done.forEach(entry -> history.deleteUserOperationLogEntry(entry.getId()));
        removed.merge("act_hi_op_log", done.size(), Integer::sum);
        history.deleteHistoricProcessInstance(instance);
        removed.merge("act_hi_procinst", 1, Integer::sum);
    }
}
