package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.transfer.JourneyService;
import org.springframework.stereotype.Component;

/** What can be reported about the escort of a case now. */
@Component
record EscortCalls(JourneyService journeys, CaseProcesses processes) {

    /** Whether a journey of the case is planned or under way. */
    boolean hasEscort(CaseReference reference) {
        return journeys.isPlanned(reference);
    }

    /** Whether the process waits for news of the escort, so that somebody else can record her call. */
    boolean isAwaited(CaseReference reference) {
        return hasEscort(reference) && processes.isOpen(reference, "task_confirmArrival");
    }
}
