package fr.acse.retention.process;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import fr.acse.retention.RetentionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds the cases that will be erased soon; when there are any, this night's list gets a reference of its own. */
@Component
@ModelStep(
        name = "Find what will be erased",
        does = "Marks the cases whose two calendar years after closing end within thirty days.")
@Writes("announcedCount")
record AnnounceErasureDelegate(RetentionService retention, CaseFileService files, CurrentPerson person)
        implements JavaDelegate {

    private static final String LIST = "RETN";

    @Override
    public void execute(DelegateExecution execution) {
        int announced = retention.announce();
        RetentionProcess.ANNOUNCED.set(execution, announced);
        if (announced > 0) {
            CaseReference reference = files.open(LIST, person.login());
            execution.setProcessBusinessKey(reference.value());
            ProcessContract.CASE_REFERENCE.set(execution, reference);
        }
    }
}
