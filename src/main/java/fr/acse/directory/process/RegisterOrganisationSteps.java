package fr.acse.directory.process;

import fr.acse.casefile.CaseFileService;
import fr.acse.directory.DirectoryService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code register-organisation.bpmn}. */
@Configuration(proxyBeanMethods = false)
class RegisterOrganisationSteps {

    /** Checks the proposal and remembers who makes it. */
    @Bean
    @ModelStep(
            name = "Propose the organisation",
            does = "Checks the code and records who proposes the organisation.",
            reads = "organisationCode",
            writes = "proposedBy")
    JavaDelegate proposeOrganisationDelegate(DirectoryService directory, CurrentPerson person) {
        return execution -> {
            directory.checkProposal(
                    RegisterOrganisationProcess.CODE.get(execution), ProcessContract.CASE_REFERENCE.get(execution));
            RegisterOrganisationProcess.PROPOSED_BY.set(execution, person.login());
        };
    }

    /** Enters the organisation when a second person approves. */
    @Bean
    @ModelStep(
            name = "Enter the organisation",
            does = "Creates the organisation and its group. Refused if the same person proposed it.",
            reads = {"approval", "organisationCode", "organisationKind"})
    JavaDelegate enterOrganisationDelegate(
            DirectoryService directory, CaseFileService files, CaseAccess access, CurrentPerson person) {
        return execution -> {
            access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.COORDINATION);
            if ("approved".equals(RegisterOrganisationProcess.APPROVAL.get(execution))) {
                directory.enter(
                        RegisterOrganisationProcess.CODE.get(execution),
                        RegisterOrganisationProcess.KIND.get(execution),
                        ProcessContract.CASE_REFERENCE.get(execution),
                        files.openedBy(ProcessContract.CASE_REFERENCE.get(execution)),
                        person.login());
            }
        };
    }
}
