package fr.acse.residence.process;

import fr.acse.codes.Days;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Variable;
import fr.acse.residence.AppealService;
import fr.acse.residence.TrackService;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The prefecture has the request. */
@Component
@ModelStep(
        name = "Wait for the decision",
        does =
                "Keeps the domicile and the last day of its certificate, and sets the day on which silence is a refusal (setting acse.permit.silence). A day of the request that was recorded wrongly is corrected first.",
        reads = {
            "trackId",
            "awaitedFrom",
            "permitRoute",
            "decision",
            "appliedOn",
            "rightAppliedOn",
            "judgment",
            "judgedOn",
            "appealFiledOn",
            "domicile",
            "certificateUntil"
        },
        writes = {
            "domicile",
            "silenceOn",
            "certificateUntil",
            "judgedOn",
            "refusalMotive",
            "notifiedOn",
            "obligation",
            "appealFiledOn",
            "awaitedFrom",
            "appliedOn",
            "rightAppliedOn",
            "decision"
        })
record AwaitDecisionDelegate(TrackService tracks, Certificates certificates, AppealService appeals, Days days)
        implements JavaDelegate {

    /** Days of the last refusal and appeal. They are cleared, because the next ones have their own. */
    private static final List<Variable<?>> OF_THE_LAST_DECISION = List.of(
            PermitRequestProcess.JUDGED_ON,
            PermitRequestProcess.MOTIVE,
            PermitRequestProcess.NOTIFIED_ON,
            PermitRequestProcess.OBLIGATION,
            PermitRequestProcess.APPEAL_FILED_ON);

    @Override
    public void execute(DelegateExecution execution) {
        correct(execution);
        int track = PermitVariables.TRACK.get(execution);
        LocalDate applied = PermitRequestProcess.APPLIED_ON.get(execution);
        LocalDate certificate = PermitRequestProcess.CERTIFICATE_UNTIL.find(execution);
        keepDomicile(execution, track);
        if (certificate != null) {
            certificates.keep(track, certificate);
            PermitRequestProcess.CERTIFICATE_UNTIL.set(execution, null);
        }
        requireInOrder(execution);
        OF_THE_LAST_DECISION.forEach(each -> each.set(execution, null));
        PermitRequestProcess.SILENCE_ON.set(
                execution, appeals.silenceFrom(from(execution, applied), PermitVariables.ROUTE.get(execution)));
    }

    /** @throws Refusal if she was told of a judgment before she had asked for it */
    private static void requireInOrder(DelegateExecution execution) {
        LocalDate judged = PermitRequestProcess.JUDGED_ON.find(execution);
        LocalDate filed = PermitRequestProcess.APPEAL_FILED_ON.find(execution);
        if (judged != null && filed != null && judged.isBefore(filed)) {
            throw new Refusal("toldBeforeAsked", Words.day(judged), Words.day(filed));
        }
    }

    /** Corrects a wrong day of the request, and the time that is counted from it. */
    private static void correct(DelegateExecution execution) {
        LocalDate right = PermitRequestProcess.RIGHT_APPLIED_ON.find(execution);
        if (right == null) {
            return;
        }
        // After a won appeal, the time of the prefecture counts anew, and no longer from the request.
        if (!"won".equals(PermitRequestProcess.JUDGMENT.find(execution))) {
            PermitRequestProcess.AWAITED_FROM.set(execution, right);
        }
        PermitRequestProcess.APPLIED_ON.set(execution, right);
        PermitVariables.DECISION.set(execution, null);
        PermitRequestProcess.RIGHT_APPLIED_ON.set(execution, null);
    }

    /** Keeps the domicile of the new request. Later, the domicile may have changed, so the request takes it from the track. */
    private void keepDomicile(DelegateExecution execution, int track) {
        if (PermitRequestProcess.AWAITED_FROM.find(execution) == null) {
            tracks.domicile(track, PermitRequestProcess.DOMICILE.get(execution));
        } else {
            PermitRequestProcess.DOMICILE.set(execution, tracks.get(track).domicile());
        }
    }

    /** The day from which the prefecture has its time. A won appeal or a late answer starts it again; a prolongation does not. */
    private LocalDate from(DelegateExecution execution, LocalDate applied) {
        String decided = PermitVariables.DECISION.find(execution);
        LocalDate known = PermitRequestProcess.AWAITED_FROM.find(execution);
        LocalDate from =
                decided != null && !decided.equals("prolonged") ? days.today() : known == null ? applied : known;
        PermitRequestProcess.AWAITED_FROM.set(execution, from);
        return from;
    }
}
