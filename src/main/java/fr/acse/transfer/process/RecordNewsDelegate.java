package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.NewsService;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Something was said on the way: by the escort, or by the coordination for her. */
@Component
@ModelStep(
        name = "Record the news",
        does =
                "A change is reached, they come later, or something is wrong. A new time never goes beyond the longest journey (acse.transfer.longest).")
@Reads({"silenceOutcome", "escortReport", "newArrivalAt"})
@Writes({"news", "nextEscortLogin", "newArrivalAt"})
record RecordNewsDelegate(NewsService news) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        String heard = JourneyProcess.SILENCE_OUTCOME.find(execution);
        String report = JourneyProcess.ESCORT_REPORT.find(execution);
        String then = "trouble";
        if ("policeCalled".equals(heard)) {
            news.searchedByPolice(reference);
            then = "goesOn";
        } else if ("reached".equals(heard) || "later".equals(report)) {
            news.comeLater(reference, moment(execution));
            then = "goesOn";
        } else if ("arrived".equals(heard) || "arrived".equals(report)) {
            Optional<Login> next = news.reach(reference);
            JourneyProcess.NEXT_ESCORT_LOGIN.set(execution, next.orElse(null));
            then = next.isPresent() ? "relay" : "goesOn";
        }
        JourneyProcess.NEW_ARRIVAL_AT.set(execution, null);
        JourneyProcess.NEWS.set(execution, then);
    }

    private static Instant moment(DelegateExecution execution) {
        Date later = JourneyProcess.NEW_ARRIVAL_AT.find(execution);
        return later == null ? null : later.toInstant();
    }
}
