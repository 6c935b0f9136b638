package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.residence.PermitService;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the dates of a resident card. */
@Component
@ModelStep(name = "Record the card", does = "Keeps the dates of the card.")
@Reads({"card", "decidedOn", "permitMonths"})
class RecordCardDelegate implements JavaDelegate {

    private final PermitService permits;

    RecordCardDelegate(PermitService permits) {
        this.permits = permits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if ("issued".equals(ResidencePermitProcess.CARD.get(execution))) {
            permits.recordCard(
                    ProcessContract.CASE_REFERENCE.get(execution),
                    LocalDate.parse(ResidencePermitProcess.DECIDED_ON.get(execution)),
                    ResidencePermitProcess.MONTHS.get(execution));
        }
    }
}
