package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.assignment.LiveTasks;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Finds the open task in which a shelter answers an offer. */
@Component
record OfferTasks(TaskService tasks, LiveTasks live) {

    private static final String ANSWER_OFFER = "task_answerOffer";
    private static final int MOST_OFFERS = 200;

    /**
     * The task is missing if the offer has an answer or has ended. Call this method within a command of the engine, without permission
     * checks.
     */
    Optional<DelegateTask> of(String offer, CaseReference reference) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(ANSWER_OFFER)
                .listPage(0, MOST_OFFERS)
                .stream()
                .flatMap(task -> live.find(task.getId()).stream())
                .filter(task -> offer.equals(OrientationProcess.OFFER_ID.find(task)))
                .findFirst();
    }
}
