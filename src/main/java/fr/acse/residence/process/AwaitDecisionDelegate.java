package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.residence.AppealService;
import fr.acse.residence.TrackService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The prefecture has the request. */
@Component
@ModelStep(
        name = "Wait for the decision",
        does =
                "Keeps the domicile and the last day of its certificate, and sets the day on which silence is a refusal (setting acse.permit.silence).")
@Reads({"trackId", "permitRoute", "decision", "appliedOn", "domicile", "certificateUntil"})
@Writes({"silenceOn", "certificateUntil", "judgedOn"})
class AwaitDecisionDelegate implements JavaDelegate {

    private final TrackService tracks;
    private final Certificates certificates;
    private final AppealService appeals;
    private final Clock clock;
    private final ZoneId zone;

    AwaitDecisionDelegate(
            TrackService tracks, Certificates certificates, AppealService appeals, Clock clock, ZoneId zone) {
        this.tracks = tracks;
        this.certificates = certificates;
        this.appeals = appeals;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int track = PermitVariables.TRACK.get(execution);
        LocalDate applied = PrintedTitle.day(PermitRequestProcess.APPLIED_ON.get(execution));
        LocalDate certificate = PrintedTitle.day(PermitRequestProcess.CERTIFICATE_UNTIL.find(execution));
        tracks.domicile(track, PermitRequestProcess.DOMICILE.get(execution));
        if (certificate != null) {
            certificates.keep(track, certificate);
            PermitRequestProcess.CERTIFICATE_UNTIL.set(execution, null);
        }
        PermitRequestProcess.JUDGED_ON.set(execution, null);
        PermitRequestProcess.SILENCE_ON.set(
                execution,
                Date.from(appeals.silenceFrom(from(execution, applied), PermitVariables.ROUTE.get(execution))));
    }

    /** After an appeal that was won, or an answer that came late, the prefecture has its time anew. */
    private LocalDate from(DelegateExecution execution, LocalDate applied) {
        String decided = PermitVariables.DECISION.find(execution);
        return decided == null || decided.equals("prolonged") ? applied : LocalDate.now(clock.withZone(zone));
    }
}
