package fr.acse.referral.process;

import fr.acse.directory.DirectoryService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the referral for the organisation of the person who opens it. */
@Component
@ModelStep(
        name = "Open the case file",
        does =
                "Records the referral for the organisation of the person who opens it, or for the one that telephones the coordination. What says who she is was sealed into the case file before any engine variable existed.")
@Reads("forOrganisation")
@Writes({"operatorGroup", "hasPlace"})
record OpenCaseFileDelegate(ReferralService referrals, DirectoryService directory, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String operator = directory.organisationFor(person.login(), ReferralProcess.FOR_ORGANISATION.find(execution));
        referrals.open(ProcessContract.CASE_REFERENCE.get(execution), operator);
        ReferralProcess.OPERATOR_GROUP.set(execution, People.ORGANISATION + operator);
        ReferralProcess.HAS_PLACE.set(execution, false);
    }
}
