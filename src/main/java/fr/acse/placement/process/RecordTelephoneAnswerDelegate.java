package fr.acse.placement.process;

import static fr.acse.placement.process.TelephoneAnswerProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Relation;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.OfferService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Variable;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Passes the answer that a shelter gave the coordination by telephone to the running request. */
@Component
@ModelStep(
        name = "Record the telephone answer",
        does = "Answers the open offer of a shelter for it, as the shelter told the coordination. Tells the shelter.",
        by = Relation.COORDINATION,
        reads = "shelterCode offerAnswer declineReason saidAt")
record RecordTelephoneAnswerDelegate(
        OfferTasks open,
        OfferService offers,
        CaseFileService files,
        CurrentPerson person,
        Unchecked unchecked,
        Days days)
        implements JavaDelegate {

    private static final String SAID_BY = "sealed_saidBy";
    private static final String NOTES = "sealed_telephoneNotes";

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        Instant saidAt = SAID_AT.get(execution);
        UUID offer = offers.telephoned(reference, SHELTER_CODE.get(execution), saidAt);
        keepWhoSaidIt(reference, SHELTER_CODE.get(execution), saidAt);
        Map<String, Object> answer = Variable.values(
                OrientationProcess.OFFER_ANSWER.with(OFFER_ANSWER.get(execution)),
                OrientationProcess.DECLINE_REASON.with(DECLINE_REASON.find(execution)),
                OrientationProcess.SAID_AT.with(saidAt));
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        unchecked.run(() -> {
            String waiting = open.of(offer.toString(), reference)
                    .orElseThrow(() -> new Refusal("taskDone"))
                    .getExecutionId();
            boolean listens = runtime.createEventSubscriptionQuery()
                            .executionId(waiting)
                            .eventName(OrientationProcess.ANSWERED_BY_TELEPHONE)
                            .count()
                    > 0;
            Refusal.unless(listens, "offerOfEarlierModel");
            runtime.messageEventReceived(OrientationProcess.ANSWERED_BY_TELEPHONE, waiting, answer);
        });
    }

    /** Adds the name of the person who answered, and the time, to the notes in the case file. The form holds only the latest answer. */
    private void keepWhoSaidIt(CaseReference reference, ShelterCode shelter, Instant saidAt) {
        String before =
                files.readForRule(reference, NOTES).map(notes -> notes + "\n").orElse("");
        String who = files.readForRule(reference, SAID_BY).orElse("");
        String line = Words.moment(saidAt, days.zone()) + ", " + shelter + ": " + who;
        files.seal(reference, Map.of(NOTES, before + line), person.login());
    }
}
