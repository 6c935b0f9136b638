package fr.acse.referral.process;

import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Only an open case takes events; but a complaint may be filed after the stay. Only the shelter that accepted, or the
 * coordination, can take an acceptance back.
 */
@Component
@ModelStep(name = "Check the event", does = "The reporter must have a part in the case, or belong to the coordination.")
@Reads({"eventKind", "parkedUntil"})
record CheckEventDelegate(ReferralService referrals, Losses losses, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    private static final Set<Relation> REPORTING =
            EnumSet.of(Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING);

    @Override
    public void execute(DelegateExecution execution) {
        Referral referral = referrals.get(ProcessContract.CASE_REFERENCE.get(execution));
        String kind = CaseEventProcess.EVENT_KIND.get(execution);
        if (!referral.isOpen() && !"complaintFiled".equals(kind)) {
            throw new Refusal("eventNotNow", referral.reference());
        }
        Set<Relation> relations = access.relations(person.login(), referral.reference());
        // Whoever follows a permit reports what concerns the permit.
        Refusal.unless("complaintFiled".equals(kind) || !Collections.disjoint(relations, REPORTING), "notYourStep");
        if ("acceptanceWithdrawn".equals(kind)
                && !relations.contains(Relation.HOLDER)
                && !relations.contains(Relation.COORDINATION)) {
            throw new Refusal("notYourAcceptance");
        }
        Refusal.unless(!"acceptanceWithdrawn".equals(kind) || !losses.isHeard(referral.reference()), "lossHeard");
        if ("arrivalChanged".equals(kind)) {
            if (Collections.disjoint(relations, Set.of(Relation.OPERATOR, Relation.HOLDER, Relation.COORDINATION))) {
                throw new Refusal("notYourStep");
            }
            referrals.arrivalChanges(referral.reference());
        }
        if ("parked".equals(kind)) {
            if (Collections.disjoint(relations, Set.of(Relation.OPERATOR, Relation.COORDINATION))) {
                throw new Refusal("notYourStep");
            }
            referrals.cannotComeYet(
                    referral.reference(), LocalDate.parse(CaseEventProcess.PARKED_UNTIL.get(execution)));
        }
        if ("dangerRose".equals(kind)) {
            referrals.alarm(referral.reference());
        }
    }
}
