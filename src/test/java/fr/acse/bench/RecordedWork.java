package fr.acse.bench;

import fr.acse.Network;
import fr.acse.Walk;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import untouched.RecordedCase;
import untouched.RecordedCase.Step;
import untouched.RecordedCases;

/** Goes through a recorded case again and again over the Java API. */
@TestComponent
class RecordedWork {

    private final Network network;
    private final Walk walk;
    private final CaseRecorder recorder;
    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private RecordedCase recorded;

    RecordedWork(Network network, Walk walk, CaseRecorder recorder, ProcessEngine engine, JdbcTemplate jdbc) {
        this.network = network;
        this.walk = walk;
        this.recorder = recorder;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    RecordedCase record() {
        // Nobody waits because all places or cots are taken.
        jdbc.update("update shelter set cots = 1000000");
        jdbc.update("insert into place (shelter, number) select code, n from shelter, generate_series(100, 1000) n");
        recorded = recorder.record(engine, network, walk);
        return recorded;
    }

    Void goOnce() {
        go();
        return null;
    }

    /** Goes through the recorded case once more, with all that is done in it. @return its reference */
    String go() {
        String reference = null;
        for (Step step : recorded.steps()) {
            switch (step.kind()) {
                case START -> reference = start(step);
                case COMPLETE -> complete(reference, step);
                case JOB -> engine.getManagementService().executeJob(RecordedCases.job(engine, reference, step));
                case BESIDE, OVER -> {
                    // The software does it.
                }
            }
        }
        if (!network.isClosed(reference)) {
            throw new IllegalStateException("The case did not end: " + network.openSteps(reference));
        }
        return reference;
    }

    private String start(Step step) {
        return network.as(
                step.person(),
                () -> engine.getFormService()
                        .submitStartForm(
                                network.definition(step.process()).getId(), CaseRecorder.newcomer(step.entries()))
                        .getBusinessKey());
    }

    private void complete(String reference, Step step) {
        boolean done = network.as(step.person(), () -> {
            List<Task> tasks = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(reference)
                    .taskDefinitionKey(step.element())
                    .listPage(0, 1);
            tasks.forEach(task -> engine.getFormService().submitTaskForm(task.getId(), step.entries()));
            return !tasks.isEmpty();
        });
        if (!done) {
            throw new IllegalStateException(
                    step.person() + " has no " + step.element() + ": " + network.openTasks(reference));
        }
    }
}
