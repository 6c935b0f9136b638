package fr.acse.breach.process;

import fr.acse.breach.BreachService;
import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.referral.process.Relocations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A woman who lives there stays, or is moved. */
@Component
@ModelStep(name = "Record her decision", does = "Whoever is moved keeps her place until she can go elsewhere.")
@Reads({"residentReference", "residentDecision"})
record RecordResidentDelegate(BreachService breaches, Relocations relocations) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference resident = BreachProcess.RESIDENT.get(execution);
        String decision = BreachProcess.RESIDENT_DECISION.get(execution);
        breaches.decideFor(ProcessContract.CASE_REFERENCE.get(execution), resident, decision);
        if ("moves".equals(decision)) {
            relocations.ask(resident);
        }
    }
}
