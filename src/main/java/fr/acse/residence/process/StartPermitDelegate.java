package fr.acse.residence.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.residence.TrackService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the first permit track as an instance of its own. */
@Component
@ModelStep(
        name = "Start the residence permit",
        does =
                "Starts residence-permit as an instance of its own with the same case reference: it outlives the stay. Whoever follows it chooses the route.")
record StartPermitDelegate(TrackService tracks, PermitProcesses processes) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if (tracks.isOpened(reference)) {
            return;
        }
        processes.beginTrack(reference);
    }
}
