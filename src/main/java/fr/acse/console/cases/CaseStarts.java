package fr.acse.console.cases;

import fr.acse.alarm.AlarmService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.payment.TravelClaimService;
import fr.acse.placement.PlaceService;
import fr.acse.referral.ReferralService;
import fr.acse.referral.SameWomen;
import fr.acse.residence.TrackService;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The processes that a user may start from the page of a case. */
@Component
record CaseStarts(
        ReferralService referrals,
        TravelClaimService claims,
        TrackService tracks,
        EscortCalls escorts,
        PlaceService places,
        SameWomen sameWomen,
        AlarmService alarms) {

    /**
     * @param process id of the process; its start form opens with the case reference filled in
     * @param known more answers that are filled in
     * @param danger whether the button must be found at once
     */
    record Start(String process, String label, Map<String, String> known, boolean danger) {}

    private static final Start MISSING =
            new Start("leaving", Words.of("start.missing"), Map.of("leavingKind", "disappeared"), true);

    private static final Start ESCORT_CALLED =
            new Start("case-event", Words.of("start.escortCalled"), Map.of("eventKind", "escortCalled"), false);

    private static final Start DANGER_ON_THE_WAY = new Start(
            "case-event",
            Words.of("start.dangerOnTheWay"),
            Map.of("eventKind", "escortCalled", "escortReport", "danger"),
            true);

    private static final Set<Relation> REPORTING =
            EnumSet.of(Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING);

    private static final Set<Relation> FOLLOWING =
            EnumSet.of(Relation.OPERATOR, Relation.COORDINATION, Relation.FOLLOWER);

    List<Start> of(CaseReference reference, Set<Relation> relations) {
        boolean isOpen = referrals.find(reference).filter(each -> each.isOpen()).isPresent();
        List<String> processes = new ArrayList<>();
        if (isOpen && !Collections.disjoint(relations, REPORTING)) {
            processes.add("case-event");
            processes.add("leaving");
            if (!places.sheltersOf(reference).isEmpty()) {
                processes.add("household-change");
                processes.add("health-emergency");
            }
        }
        if (!Collections.disjoint(relations, Set.of(Relation.OPERATOR, Relation.COORDINATION))
                && escorts.hasEscort(reference)) {
            processes.add("replace-escort");
        }
        if (!Collections.disjoint(relations, REPORTING)) {
            processes.add("her-request");
        }
        if (isOpen && relations.contains(Relation.COORDINATION)) {
            processes.add("keep-apart");
        }
        if (relations.contains(Relation.COORDINATION)
                && !sameWomen.otherCasesOf(reference).isEmpty()) {
            processes.add("undo-link");
        }
        if (isOpen && relations.contains(Relation.OPERATOR)) {
            processes.add("correct-case");
        }
        // The coordination acts for associations, but cannot start their travel claims.
        if (relations.contains(Relation.OPERATOR) && !relations.contains(Relation.COORDINATION)) {
            if (claims.mayBeClaimed(reference)) {
                processes.add("travel-claim");
            }
        }
        if (!relations.contains(Relation.COORDINATION)
                && !Collections.disjoint(relations, Set.of(Relation.OPERATOR, Relation.HOLDER, Relation.FOLLOWER))) {
            processes.add("residence-permit");
        }
        if (tracks.isOpened(reference) && !Collections.disjoint(relations, FOLLOWING)) {
            processes.add("permit-news");
        }
        List<Start> first = new ArrayList<>();
        if (processes.contains("leaving") && isHome(reference, relations) && !alarms.isMissing(reference)) {
            first.add(MISSING);
        }
        if (processes.contains("replace-escort") && escorts.isAwaited(reference)) {
            first.add(DANGER_ON_THE_WAY);
            first.add(ESCORT_CALLED);
        }
        return Stream.concat(
                        first.stream(),
                        processes.stream()
                                .map(process -> new Start(process, Words.of("start." + process), Map.of(), false)))
                .toList();
    }

    /** Whether the woman lives in a shelter, and the user may report her missing. The shelter that waits for her may not. */
    private boolean isHome(CaseReference reference, Set<Relation> relations) {
        boolean onlyHolder =
                Collections.disjoint(relations, Set.of(Relation.OPERATOR, Relation.COORDINATION, Relation.LEAVING));
        return places.homeOf(reference).isPresent()
                && (!onlyHolder || places.sheltersOf(reference).size() == 1);
    }
}
