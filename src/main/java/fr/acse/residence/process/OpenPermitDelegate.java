package fr.acse.residence.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import fr.acse.referral.ReferralService;
import fr.acse.residence.PermitRules;
import fr.acse.residence.PermitService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the permit track of a case, once. */
@Component
@ModelStep(name = "Open the permit track", does = "One permit track per case.")
@Writes({"operatorGroup", "permitRules"})
class OpenPermitDelegate implements JavaDelegate {

    private final PermitService permits;
    private final ReferralService referrals;
    private final PermitRules rules;

    OpenPermitDelegate(PermitService permits, ReferralService referrals, PermitRules rules) {
        this.permits = permits;
        this.referrals = referrals;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        permits.open(reference);
        ResidencePermitProcess.OPERATOR_GROUP.set(
                execution, People.ORGANISATION + referrals.get(reference).operator());
        ResidencePermitProcess.RULES.set(execution, rules.set());
    }
}
