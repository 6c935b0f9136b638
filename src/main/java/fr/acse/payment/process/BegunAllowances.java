package fr.acse.payment.process;

import static fr.acse.payment.process.AllowanceProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AllowanceService;
import fr.acse.platform.model.CaseProcesses;
import org.springframework.stereotype.Component;

/** Starts the allowance of a case as a separate process instance. */
@Component
record BegunAllowances(AllowanceService allowances, CaseProcesses processes) {

    /** Starts no process if the woman has an allowance already, for example after a move, or if the process already runs. */
    void begin(CaseReference reference, String shelterGroup) {
        if (!allowances.hasOne(reference) && !processes.isRunning(reference, AllowanceProcess.ID)) {
            processes.begin(reference, BEGINS, SHELTER_GROUP.with(shelterGroup));
        }
    }
}
