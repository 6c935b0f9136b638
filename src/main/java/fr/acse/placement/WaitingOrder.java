package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.placement.OrientationRequests.Waiting;
import fr.acse.referral.ReferralService;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Orders the waiting cases, and says how many places each case needs. */
@Component
record WaitingOrder(ReferralService referrals, WaitingPriority priority, Days days) {

    /** Orders the waiting cases by the points of the table {@code waiting-priority.dmn}, then by waiting time, the longest first. */
    List<Waiting> inTurn(List<Waiting> waiting) {
        WaitingPriority.Table table = priority.table();
        Map<Waiting, Integer> points = waiting.stream()
                .collect(Collectors.toMap(
                        each -> each,
                        each -> table.points(
                                each.request().urgent(),
                                referrals.get(each.request().reference()).household(),
                                Duration.between(each.since(), days.now()).toDays())));
        return waiting.stream()
                .sorted(Comparator.comparing((Waiting each) -> -points.get(each))
                        .thenComparing(Waiting::since))
                .toList();
    }

    /** Number of places that the household of a case needs. */
    int placesFor(CaseReference reference) {
        return referrals.get(reference).household().places();
    }
}
