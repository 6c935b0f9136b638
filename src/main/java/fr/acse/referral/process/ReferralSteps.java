package fr.acse.referral.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.referral.process.ReferralProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.directory.DirectoryService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelProperty;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.Outcome;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code referral.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ReferralSteps {

    /** Records the referral for the association of the user who opens it, or for the association named in the form. */
    @Bean
    @ModelStep(
            name = "Open the case file",
            does =
                    "Records the referral for the association of the person who opens it, or for the association that telephones the coordination. Her names were sealed into the case file before the process started.",
            reads = "forOrganisation",
            writes = "operatorGroup hasPlace")
    JavaDelegate openCaseFileDelegate(ReferralService referrals, DirectoryService directory, CurrentPerson person) {
        return execution -> {
            String operator = directory.organisationFor(person.login(), FOR_ORGANISATION.find(execution));
            referrals.open(caseOf(execution), operator);
            OPERATOR_GROUP.set(execution, People.ORGANISATION + operator);
            HAS_PLACE.set(execution, false);
        };
    }

    /** Closes the case with the outcome of the end event. */
    @Bean
    @ModelStep(
            name = "Close the case",
            does = "Closes the case with the outcome of this end event.",
            reads = "stay brokenClause")
    ExecutionListener closeCaseListener(ReferralService referrals) {
        return execution -> {
            if ("excluded".equals(STAY.find(execution)) && BROKEN_CLAUSE.find(execution) == null) {
                throw new Refusal("brokenClause");
            }
            referrals.close(caseOf(execution), new Outcome(ModelProperty.outcomeOf(execution)));
        };
    }

    /** Records a department to avoid and the response of the coordination. The next search avoids the recorded department. */
    @Bean
    @ModelStep(
            name = "Record the danger",
            does =
                    "Adds the department to those that every further search avoids. Tells the people concerned what was done. Starts a search for another shelter if that was asked.",
            reads = "newDangerDepartment dangerResponse")
    JavaDelegate recordDangerDelegate(ReferralService referrals, Relocations relocations) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            String department = NEW_DANGER_DEPARTMENT.find(execution);
            if (department != null) {
                referrals.avoid(reference, department);
            }
            String response = DANGER_RESPONSE.get(execution);
            referrals.dangerMet(reference, response);
            if ("relocationAsked".equals(response)) {
                Refusal.unless(relocations.ask(reference), "noRelocation", reference);
            }
        };
    }
}
