package fr.acse.directory.process;

import static fr.acse.directory.process.RegisterOrganisationProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.Relation;
import fr.acse.directory.DirectoryService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code register-organisation.bpmn}. */
@Configuration(proxyBeanMethods = false)
class RegisterOrganisationSteps {

    /** Checks the proposed association, and records the person who proposes it. */
    @Bean
    @ModelStep(
            name = "Propose the organisation",
            does = "Checks the code and records who proposes the organisation.",
            reads = "organisationCode",
            writes = "proposedBy")
    JavaDelegate proposeOrganisationDelegate(DirectoryService directory, CurrentPerson person) {
        return execution -> {
            directory.checkProposal(CODE.get(execution), caseOf(execution));
            PROPOSED_BY.set(execution, person.login());
        };
    }

    /** Registers the association when a second person approves it. */
    @Bean
    @ModelStep(
            name = "Enter the organisation",
            does = "Creates the organisation and its group. Refused if the same person proposed it.",
            by = Relation.COORDINATION,
            reads = "approval organisationCode organisationKind")
    JavaDelegate enterOrganisationDelegate(DirectoryService directory, CaseFileService files, CurrentPerson person) {
        return execution -> {
            if ("approved".equals(APPROVAL.get(execution))) {
                directory.enter(
                        CODE.get(execution),
                        KIND.get(execution),
                        caseOf(execution),
                        files.openedBy(caseOf(execution)),
                        person.login());
            }
        };
    }
}
