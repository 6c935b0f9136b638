package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.placement.RequestService;
import fr.acse.platform.access.ReadingRules;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.residence.TrackService;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Short facts for the decision in a task: the household, the departments with danger, the journey and its cost. */
@Component
record TaskFacts(
        ReadingRules rules,
        ReferralService referrals,
        RequestService requests,
        TrackService tracks,
        TaskTracks taskTracks,
        MoneyFacts money,
        WomanFacts woman) {

    record Fact(String label, String value) {}

    private static final String CLAIM = "travel-claim";
    private static final String RUN = "payment-run";
    private static final String LINE = "lineNumber";

    boolean isUrgent(CaseReference reference, Set<Relation> relations) {
        return rules.mayRead("urgency", relations) && requests.isUrgent(reference);
    }

    /** @param relations the parts of the user in the case */
    List<Fact> of(CaseReference reference, Task task, Set<Relation> relations) {
        String process = task.getProcessDefinitionId().split(":")[0];
        if (process.equals(RUN)) {
            return money.ofPayment(reference, taskTracks.number(task.getId(), LINE), relations);
        }
        List<Fact> facts = new ArrayList<>();
        Integer track = taskTracks.of(process, task.getId());
        if (track != null && rules.mayRead("caseTracks", relations)) {
            facts.add(new Fact(
                    Words.of("column.route"),
                    Words.of("permitRoute." + tracks.get(track).route())));
        }
        Referral referral = referrals.find(reference).orElse(null);
        if (referral == null) {
            return facts;
        }
        if (process.equals(CLAIM)) {
            facts.addAll(money.ofClaim(reference, relations));
            return facts;
        }
        facts.addAll(woman.of(referral, task, relations));
        return facts;
    }
}
