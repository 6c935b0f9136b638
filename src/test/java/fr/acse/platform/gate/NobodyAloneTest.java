package fr.acse.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Over all paths of all models: no login alone comes to an end against her will, to an exclusion, or to a lost place. What is
 * proven is a promise of the gate; here it is said for which ends there is one.
 */
class NobodyAloneTest {

    /** Each end or step by which she loses something, and the promise that somebody else has answered before. */
    private static final Map<String, String> ANSWERED_BY_ANOTHER = new TreeMap<>(Map.ofEntries(
            Map.entry("outcome:NOT_ELIGIBLE", "turnedAwayByTwo"),
            Map.entry("outcome:COMMITMENT_NOT_GIVEN", "notGivenByTwo"),
            Map.entry("outcome:CHILD_PROTECTION", "handedOver"),
            Map.entry("outcome:PLACE_REFUSED", "refusedByTwo"),
            Map.entry("outcome:noShow", "givenUpByTwo"),
            Map.entry("sends:acse.sheLeft", "leftByTwo"),
            Map.entry("sends:acse.referralWithdrawn", "withdrawnByTwo"),
            Map.entry("sends:acse.sheDisappeared", "goneByTwo"),
            Map.entry("sends:acse.sheWasExcluded", "excludedByTwo"),
            Map.entry("releasePlaceDelegate", "lostByTwo")));

    /** Ends of a referral that follow from one of these, or are an answer of the coordination that the association reads. */
    private static final Set<String> FOLLOW =
            Set.of("NO_SHELTER", "NO_SHOW", "WITHDRAWN", "EXCLUDED", "DISAPPEARED", "COMPLETED");

    @Test
    void everyEndOfAReferralIsAnsweredBySomebodyElseOrFollowsFromSuchAnAnswer() {
        Set<String> outcomes = ModelSet.of(TheGate.RELEASE)
                .process("referral")
                .orElseThrow()
                .nodes()
                .filter(Node::isEnd)
                .flatMap(end -> end.outcome().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> known = ANSWERED_BY_ANOTHER.keySet().stream()
                .filter(target -> target.startsWith("outcome:"))
                .map(target -> target.substring("outcome:".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(FOLLOW);
        assertThat(known).containsAll(outcomes);
    }

    @Test
    void eachOfThemIsProvenOverEveryPath() {
        Map<String, Promise> promises =
                Promises.ALL.stream().collect(Collectors.toMap(Promise::name, each -> each, (one, other) -> one));

        ANSWERED_BY_ANOTHER.forEach((target, promise) -> {
            assertThat(promises).as(target).containsKey(promise);
            assertThat(promises.get(promise).target()).isEqualTo(target);
            assertThat(promises.get(promise).gained())
                    .as(target)
                    .allSatisfy(fact -> assertThat(fact.toString()).contains("coordination"));
        });
        assertThat(TheGate.findings(Map.of())).isEmpty();
    }
}
