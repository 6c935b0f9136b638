package fr.acse.bench;

import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.Spent;
import fr.acse.Walk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import untouched.RecordedCase;
import untouched.RecordedCase.Kind;
import untouched.RecordedCase.Step;

/** Goes through a case once and writes down what was done and what the delegates wrote. */
@TestComponent
class CaseRecorder extends AbstractProcessEnginePlugin {

    /**
     * What is answered each time that a step comes, if not the first option. A case ends without a payment run, which many cases share, and
     * with a title for good: gone through again, it has no months in which another title could end.
     */
    private static final Map<String, List<Map<String, Object>>> INSTEAD = Map.of(
            "task_checkClaim",
            List.of(Map.of("claimCheck", "rejected", "sealed_claimChecks", Spent.found("noReceipt"))),
            "task_recordDecision",
            List.of(Map.of(), Map.of("titleKind", "card")),
            "task_followTitle",
            List.of(Map.of("titleGoesOn", "renewNow"), Map.of("titleGoesOn", "lastingTitle")));

    /** Months pass while a case is recorded; when it is gone through again, all is entered today. */
    private static final Clock TODAY = Clock.systemUTC();

    private final Map<String, List<Map<String, Object>>> written = new HashMap<>();
    private final Map<String, Map<String, Object>> before = new HashMap<>();
    private volatile boolean records;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPreBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                follow(process);
            }

            private void follow(ScopeImpl scope) {
                for (ActivityImpl activity : scope.getActivities()) {
                    follow(activity);
                    listen(activity);
                }
            }

            private void listen(ActivityImpl activity) {
                activity.addBuiltInListener(
                        ExecutionListener.EVENTNAME_START, (ExecutionListener) CaseRecorder.this::begin, 0);
                activity.addBuiltInListener(
                        ExecutionListener.EVENTNAME_END, (ExecutionListener) CaseRecorder.this::end);
            }
        });
    }

    private void begin(DelegateExecution execution) {
        if (records) {
            before.put(element(execution), new HashMap<>(execution.getVariables()));
        }
    }

    private void end(DelegateExecution execution) {
        if (records) {
            Map<String, Object> changed = new HashMap<>(execution.getVariables());
            changed.entrySet()
                    .removeIf(each -> Objects.equals(
                            before.getOrDefault(element(execution), Map.of()).get(each.getKey()), each.getValue()));
            written.computeIfAbsent(element(execution), any -> new ArrayList<>())
                    .add(changed);
        }
    }

    private static String element(DelegateExecution execution) {
        return execution.getProcessDefinitionId().replaceAll(":.*", "") + "/" + execution.getCurrentActivityId();
    }

    /** What an operator fills in who refers a woman whom nobody has referred before. */
    static Map<String, Object> newcomer(Map<String, Object> entries) {
        Map<String, Object> named = new HashMap<>(entries);
        named.put("sealed_lastName", "Unknown " + UUID.randomUUID());
        return named;
    }

    private static Map<String, Object> instead(String task, List<Step> before) {
        List<Map<String, Object>> answers = INSTEAD.getOrDefault(task, List.of(Map.of()));
        long times = before.stream().filter(step -> step.element().equals(task)).count();
        return answers.get((int) Math.min(times, answers.size() - 1));
    }

    RecordedCase record(ProcessEngine engine, Network network, Walk walk) {
        List<Step> steps = new ArrayList<>();
        records = true;
        Map<String, Object> opened =
                FormAnswers.of("open-referral", TODAY, Collections.singletonMap("forOrganisation", null));
        String reference = network.openReferral();
        steps.add(new Step(Kind.START, "referral", "", "operator", opened));
        Map<String, String> open = new LinkedHashMap<>();
        besides(engine, reference, open, "referral");
        walk.go(reference, new Walk.Steps() {
            @Override
            public boolean complete(Task task, String login) {
                String process = task.getProcessDefinitionId().replaceAll(":.*", "");
                Map<String, Object> instead = instead(task.getTaskDefinitionKey(), steps);
                Map<String, Object> entries =
                        FormAnswers.of(task.getCamundaFormRef().getKey(), TODAY, instead);
                network.completeTask(
                        task,
                        login,
                        instead.entrySet().stream()
                                .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
                                .toArray());
                steps.add(new Step(Kind.COMPLETE, process, task.getTaskDefinitionKey(), login, entries));
                steps.addAll(besides(engine, reference, open, process));
                return true;
            }

            @Override
            public void execute(Job job, String element) {
                engine.getManagementService().executeJob(job.getId());
                steps.add(new Step(Kind.JOB, job.getProcessDefinitionKey(), element, null, Map.of()));
                steps.addAll(besides(engine, reference, open, job.getProcessDefinitionKey()));
            }
        });
        records = false;
        ClockUtil.reset();
        if (!network.isClosed(reference)) {
            throw new IllegalStateException("The case did not end: " + network.openSteps(reference));
        }
        return new RecordedCase(steps, written);
    }

    /**
     * What began and ended besides in a step of a process.
     *
     * @param open processes of the case by id, before the step and then after it
     */
    private static List<Step> besides(
            ProcessEngine engine, String reference, Map<String, String> open, String process) {
        List<Step> steps = new ArrayList<>();
        Map<String, String> now = new LinkedHashMap<>();
        for (ProcessInstance each : engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .rootProcessInstances()
                .list()) {
            now.put(each.getId(), each.getProcessDefinitionId().replaceAll(":.*", ""));
        }
        open.forEach((id, ended) -> {
            if (!now.containsKey(id) && !ended.equals(process)) {
                steps.add(new Step(Kind.OVER, ended, "", null, Map.of()));
            }
        });
        now.forEach((id, begun) -> {
            if (!open.containsKey(id)) {
                String start = engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult()
                        .getStartActivityId();
                Map<String, Object> variables = engine.getRuntimeService().getVariables(id);
                steps.add(new Step(Kind.BESIDE, begun, start, null, new HashMap<>(variables)));
            }
        });
        open.clear();
        open.putAll(now);
        return steps;
    }
}
