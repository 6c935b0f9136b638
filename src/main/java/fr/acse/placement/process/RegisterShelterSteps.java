package fr.acse.placement.process;

import fr.acse.casefile.CaseFileService;
import fr.acse.placement.Criteria;
import fr.acse.placement.ShelterService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code register-shelter.bpmn}. */
@Configuration(proxyBeanMethods = false)
class RegisterShelterSteps {

    /** Remembers who proposes the shelter. */
    @Bean
    @ModelStep(
            name = "Propose the shelter",
            does = "Checks what was entered and records who proposes the shelter.",
            writes = "proposedBy")
    JavaDelegate proposeShelterDelegate(CurrentPerson person) {
        return execution -> RegisterShelterProcess.PROPOSED_BY.set(execution, person.login());
    }

    /** Enters or changes the shelter when a second person approves. */
    @Bean
    @ModelStep(
            name = "Enter the shelter",
            does =
                    "Enters or changes the shelter. Refused if the same person proposed it, or if the shelter would have fewer places than are taken.",
            reads = {
                "approval",
                "languages",
                "acceptsChildren",
                "maxChildAge",
                "cots",
                "acceptsPregnancy",
                "stepFree",
                "shelterCode",
                "departmentCode",
                "places"
            })
    JavaDelegate enterShelterDelegate(
            ShelterService shelters, CaseFileService files, CaseAccess access, CurrentPerson person) {
        return execution -> {
            access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.COORDINATION);
            if (!"approved".equals(RegisterShelterProcess.APPROVAL.get(execution))) {
                return;
            }
            String languages = RegisterShelterProcess.LANGUAGES.find(execution);
            Criteria criteria = new Criteria(
                    RegisterShelterProcess.ACCEPTS_CHILDREN.get(execution),
                    RegisterShelterProcess.MAX_CHILD_AGE.get(execution),
                    RegisterShelterProcess.COTS.get(execution),
                    RegisterShelterProcess.ACCEPTS_PREGNANCY.get(execution),
                    RegisterShelterProcess.STEP_FREE.get(execution),
                    languages == null ? "fr" : languages);
            shelters.enter(
                    RegisterShelterProcess.SHELTER_CODE.get(execution),
                    RegisterShelterProcess.DEPARTMENT.get(execution),
                    RegisterShelterProcess.PLACES.get(execution),
                    criteria,
                    ProcessContract.CASE_REFERENCE.get(execution),
                    files.openedBy(ProcessContract.CASE_REFERENCE.get(execution)),
                    person.login());
        };
    }
}
