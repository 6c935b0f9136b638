package fr.acse.placement.process;

import static fr.acse.placement.process.RegisterShelterProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.placement.Criteria;
import fr.acse.placement.ShelterService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.words.Refusal;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code register-shelter.bpmn}. */
@Configuration(proxyBeanMethods = false)
class RegisterShelterSteps {

    /** Stores the login of the person who proposes the shelter. */
    @Bean
    @ModelStep(
            name = "Propose the shelter",
            does =
                    "Records who proposes the shelter. Refused if the words about the house contain its name, its street or a telephone number.",
            writes = "proposedBy")
    JavaDelegate proposeShelterDelegate(CaseFileService files, TellingWords telling, CurrentPerson person) {
        return execution -> {
            CaseReference file = caseOf(execution);
            String house = String.join(
                    "\n",
                    files.readForRule(file, List.of("sealed_houseKind", "sealed_houseRules"))
                            .values());
            Refusal.unless(!telling.saysWhereItIs(house, file), "houseTells");
            PROPOSED_BY.set(execution, person.login());
        };
    }

    /** Enters or changes the shelter when a second person approves. */
    @Bean
    @ModelStep(
            name = "Enter the shelter",
            does =
                    "Enters or changes the shelter. Refused if the same person proposed it, or if more places are taken than it would have.",
            by = Relation.COORDINATION,
            reads = "approval languages acceptsChildren maxChildAge cots acceptsPregnancy stepFree shelterCode "
                    + "departmentCode places")
    JavaDelegate enterShelterDelegate(ShelterService shelters, CaseFileService files, CurrentPerson person) {
        return execution -> {
            if (!"approved".equals(APPROVAL.get(execution))) {
                return;
            }
            String languages = LANGUAGES.find(execution);
            Criteria criteria = new Criteria(
                    ACCEPTS_CHILDREN.get(execution),
                    MAX_CHILD_AGE.get(execution),
                    COTS.get(execution),
                    ACCEPTS_PREGNANCY.get(execution),
                    STEP_FREE.get(execution),
                    languages == null ? "fr" : languages);
            shelters.enter(
                    SHELTER_CODE.get(execution),
                    DEPARTMENT.get(execution),
                    PLACES.get(execution),
                    criteria,
                    caseOf(execution),
                    files.openedBy(caseOf(execution)),
                    person.login());
        };
    }
}
