package fr.acse.directory.process;

import fr.acse.directory.DirectoryService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks the proposal and remembers who makes it. */
@Component
@ModelStep(name = "Propose the organisation", does = "Checks the code and records who proposes the organisation.")
@Reads("organisationCode")
@Writes("proposedBy")
record ProposeOrganisationDelegate(DirectoryService directory, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        directory.checkProposal(
                RegisterOrganisationProcess.CODE.get(execution), ProcessContract.CASE_REFERENCE.get(execution));
        RegisterOrganisationProcess.PROPOSED_BY.set(execution, person.login());
    }
}
