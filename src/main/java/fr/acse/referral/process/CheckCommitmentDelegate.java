package fr.acse.referral.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The commitment is full when every clause is accepted freely. */
@Component
@ModelStep(
        name = "Check the commitment",
        does = "The commitment is full when every clause is accepted freely. There is no override.")
@Reads({"clauseDistance", "clauseSilence", "clauseContacts", "freelyGiven", "commitmentLanguage", "interpreter"})
@Writes("commitmentFull")
class CheckCommitmentDelegate implements JavaDelegate {

    private final ReferralService referrals;

    CheckCommitmentDelegate(ReferralService referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean everyClause = Stream.of("clauseDistance", "clauseSilence", "clauseContacts")
                .allMatch(clause -> "accepted".equals(execution.getVariable(clause)));
        boolean freely = "yes".equals(execution.getVariable("freelyGiven"));
        Refusal.unless(
                !"other".equals(execution.getVariable("commitmentLanguage"))
                        || !"notNeeded".equals(execution.getVariable("interpreter")),
                "interpreterNeeded");
        ReferralProcess.COMMITMENT_FULL.set(
                execution,
                referrals.recordCommitment(ProcessContract.CASE_REFERENCE.get(execution), everyClause, freely));
    }
}
