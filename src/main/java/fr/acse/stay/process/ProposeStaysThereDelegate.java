package fr.acse.stay.process;

import fr.acse.platform.model.ModelStep;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** She stays in hospital for long: it is proposed for somebody else to confirm. */
@Component
@ModelStep(
        name = "Propose that she stays in hospital",
        does = "Opens the proposal for somebody else to confirm; until then her place is kept.")
record ProposeStaysThereDelegate(Clock clock, ZoneId zone) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        LeavingStart.propose(
                execution, "hospital", LocalDate.now(clock.withZone(zone)).toString());
    }
}
