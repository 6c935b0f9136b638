package fr.acse.residence.process;

import static fr.acse.residence.process.PermitRequestProcess.*;
import static fr.acse.residence.process.PermitVariables.*;

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

/** Starts the time in which the prefecture must answer the request. */
@Component
@ModelStep(
        name = "Wait for the decision",
        does =
                "Records the domicile and the last day of its certificate, and sets the day on which silence is a refusal (acse.permit.silence). A wrongly recorded day of the request is corrected first.",
        reads = "trackId awaitedFrom permitRoute decision appliedOn rightAppliedOn judgment judgedOn "
                + "appealFiledOn domicile certificateUntil",
        writes = "domicile silenceOn certificateUntil judgedOn refusalMotive notifiedOn obligation "
                + "appealFiledOn awaitedFrom appliedOn rightAppliedOn decision")
record AwaitDecisionDelegate(TrackService tracks, Certificates certificates, AppealService appeals, Days days)
        implements JavaDelegate {

    /** Variables of the last refusal and appeal. They are cleared, because the next refusal and appeal have their own days. */
    private static final List<Variable<?>> OF_THE_LAST_DECISION =
            List.of(JUDGED_ON, MOTIVE, NOTIFIED_ON, OBLIGATION, APPEAL_FILED_ON);

    @Override
    public void execute(DelegateExecution execution) {
        correct(execution);
        int track = TRACK.get(execution);
        LocalDate applied = APPLIED_ON.get(execution);
        LocalDate certificate = CERTIFICATE_UNTIL.find(execution);
        keepDomicile(execution, track);
        if (certificate != null) {
            certificates.keep(track, certificate);
            CERTIFICATE_UNTIL.set(execution, null);
        }
        requireInOrder(execution);
        OF_THE_LAST_DECISION.forEach(each -> each.set(execution, null));
        SILENCE_ON.set(execution, appeals.silenceFrom(from(execution, applied), ROUTE.get(execution)));
    }

    /** @throws Refusal if the day of the judgment is before the day of the appeal */
    private static void requireInOrder(DelegateExecution execution) {
        LocalDate judged = JUDGED_ON.find(execution);
        LocalDate filed = APPEAL_FILED_ON.find(execution);
        if (judged != null && filed != null && judged.isBefore(filed)) {
            throw new Refusal("toldBeforeAsked", Words.day(judged), Words.day(filed));
        }
    }

    /** Corrects a wrong day of the request. The time that is counted from this day is corrected, too. */
    private static void correct(DelegateExecution execution) {
        LocalDate right = RIGHT_APPLIED_ON.find(execution);
        if (right == null) {
            return;
        }
        // A won appeal has restarted the time of the prefecture, so the corrected day of the request does not change
        // it.
        if (!"won".equals(JUDGMENT.find(execution))) {
            AWAITED_FROM.set(execution, right);
        }
        APPLIED_ON.set(execution, right);
        DECISION.set(execution, null);
        RIGHT_APPLIED_ON.set(execution, null);
    }

    /** Stores the domicile of a new request. For a running request, the track has the current domicile, so it is copied from there. */
    private void keepDomicile(DelegateExecution execution, int track) {
        if (AWAITED_FROM.find(execution) == null) {
            tracks.domicile(track, DOMICILE.get(execution));
        } else {
            DOMICILE.set(execution, tracks.get(track).domicile());
        }
    }

    /** The day from which the time of the prefecture is counted. A decision restarts the count today; a prolongation does not. */
    private LocalDate from(DelegateExecution execution, LocalDate applied) {
        String decided = DECISION.find(execution);
        LocalDate known = AWAITED_FROM.find(execution);
        LocalDate from =
                decided != null && !decided.equals("prolonged") ? days.today() : known == null ? applied : known;
        AWAITED_FROM.set(execution, from);
        return from;
    }
}
