package fr.acse.payment.process;

import static fr.acse.payment.process.AllowanceProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AllowanceService;
import fr.acse.platform.model.CaseProcesses;
import org.springframework.stereotype.Component;

/** Begins the allowance of a case as an instance of its own. */
@Component
record BegunAllowances(AllowanceService allowances, CaseProcesses processes) {

    /** Nothing begins if she has one already, such as after a move, or people still decide whether she had it before. */
    void begin(CaseReference reference, String shelterGroup) {
        if (!allowances.hasOne(reference) && !processes.isRunning(reference, AllowanceProcess.ID)) {
            processes.begin(reference, BEGINS, SHELTER_GROUP.with(shelterGroup));
        }
    }
}
