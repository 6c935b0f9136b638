package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.residence.TrackService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** From now on the track goes by a route. */
@Component
@ModelStep(name = "Enter the route", does = "Refused if another open track of the case goes by the same route.")
@Reads({"trackId", "permitRoute"})
record ChooseRouteDelegate(TrackService tracks) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        tracks.choose(PermitVariables.TRACK.get(execution), PermitVariables.ROUTE.get(execution));
    }
}
