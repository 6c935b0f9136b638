package fr.acse.directory.process;

import fr.acse.directory.DirectoryService;
import fr.acse.platform.CurrentPerson;
import fr.acse.platform.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters the organisation when a second person approves. */
@Component
class EnterOrganisationDelegate implements JavaDelegate {

    private final DirectoryService directory;
    private final CurrentPerson person;

    EnterOrganisationDelegate(DirectoryService directory, CurrentPerson person) {
        this.directory = directory;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if ("approved".equals(RegisterOrganisationProcess.APPROVAL.get(execution))) {
            directory.enter(
                    RegisterOrganisationProcess.CODE.get(execution),
                    RegisterOrganisationProcess.KIND.get(execution),
                    ProcessContract.CASE_REFERENCE.get(execution),
                    RegisterOrganisationProcess.PROPOSED_BY.get(execution),
                    person.login());
        }
    }
}
