package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The task in which a shelter answers its offer, found by the offer. */
final class OfferTasks {

    private static final String ANSWER_OFFER = "task_answerOffer";
    private static final int MOST_OFFERS = 200;

    private OfferTasks() {}

    /** Nothing if the offer is answered or has ended. Within a command of the engine, without permission checks. */
    static Optional<TaskEntity> of(String offer, CaseReference reference) {
        return Context.getProcessEngineConfiguration()
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(ANSWER_OFFER)
                .listPage(0, MOST_OFFERS)
                .stream()
                .map(TaskEntity.class::cast)
                .filter(task -> offer.equals(OrientationProcess.OFFER_ID.find(task)))
                .findFirst();
    }
}
