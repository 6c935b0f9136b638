package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.transfer.EscortService;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The coordination says that the new escort may read the address, or names somebody else. */
@Component
@ModelStep(
        name = "Record the word",
        does = "The new escort may read the address; if the coordination names somebody else, that is the escort.")
@Reads({"replacement", "escortColleague"})
record RecordReplacementDelegate(EscortService escorts, EscortTasks tasks, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        boolean other = "another".equals(TransferProcess.REPLACEMENT.get(execution));
        Login named = other ? TransferProcess.ESCORT_COLLEAGUE.find(execution) : null;
        Refusal.unless(!other || named != null, "newEscort");
        tasks.handOver(reference, escorts.giveWord(reference, named, person.login()), true);
    }
}
