package fr.acse.directory.process;

import fr.acse.casefile.CaseFileService;
import fr.acse.directory.DirectoryService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters the organisation when a second person approves. */
@Component
@ModelStep(
        name = "Enter the organisation",
        does = "Creates the organisation and its group. Refused if the same person proposed it.")
@Reads({"approval", "organisationCode", "organisationKind"})
record EnterOrganisationDelegate(
        DirectoryService directory, CaseFileService files, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.COORDINATION);
        if ("approved".equals(RegisterOrganisationProcess.APPROVAL.get(execution))) {
            directory.enter(
                    RegisterOrganisationProcess.CODE.get(execution),
                    RegisterOrganisationProcess.KIND.get(execution),
                    ProcessContract.CASE_REFERENCE.get(execution),
                    files.openedBy(ProcessContract.CASE_REFERENCE.get(execution)),
                    person.login());
        }
    }
}
