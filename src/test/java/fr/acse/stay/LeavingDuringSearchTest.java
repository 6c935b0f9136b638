package fr.acse.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.referral.Outcome;
import fr.acse.referral.ReferralService;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** She goes while another shelter is looked for: the search ends in that step, however far it is. */
@ProcessTest
class LeavingDuringSearchTest {

    @Autowired
    Network network;

    @Autowired
    ReferralService referrals;

    @ParameterizedTest
    @EnumSource(Search.class)
    void whoLeavesWhileAnotherShelterIsLookedForEndsTheSearchToo(Search search) {
        String reference = relocating(search);
        propose(reference, "shelter");

        network.complete(reference, "task_confirmLeaving", "operator");

        assertThat(outcome(reference)).isEqualTo(Outcome.COMPLETED);
        assertThat(network.ends(reference, "referral")).contains("end_careCompleted");
        assertNothingIsLookedForAnyMore(reference);
    }

    @Test
    void whoIsNotFoundWhileAnotherShelterIsLookedForIsLookedForAWeek() {
        String reference = relocating(Search.PROPOSED);
        propose(reference, "shelter", "leavingKind", "disappeared");
        network.pass(reference, Duration.ofDays(7));

        network.complete(reference, "task_traceWoman", "operator", "traceResult", "notYet");
        network.complete(reference, "task_confirmLeaving", "coordinator", "leavingAnswer", "withoutHer");

        assertThat(outcome(reference)).isEqualTo(Outcome.DISAPPEARED);
        assertThat(network.ends(reference, "referral")).contains("end_disappeared");
        assertNothingIsLookedForAnyMore(reference);
    }

    @ParameterizedTest
    @EnumSource(Search.class)
    void whoIsExcludedWhileAnotherShelterIsLookedForEndsTheSearchToo(Search search) {
        String reference = relocating(search);
        propose(reference, "shelter", "leavingKind", "exclusion");

        network.complete(reference, "task_decideExclusion", "coordinator", "exclusionDecision", "ends");

        assertThat(outcome(reference)).isEqualTo(Outcome.EXCLUDED);
        assertThat(network.ends(reference, "referral")).contains("end_excluded");
        assertNothingIsLookedForAnyMore(reference);
    }

    @Test
    void onTheWayToAnotherShelterNobodySaysThatSheLeft() {
        String reference = relocating(Search.PLANNED);
        propose(reference, "shelter");
        network.complete(reference, "task_confirmDeparture", "operator");

        assertThatThrownBy(() -> network.complete(reference, "task_confirmLeaving", "coordinator"))
                .hasMessageContaining("is on the way with an escort");

        network.complete(reference, "task_confirmArrival", "operator");
        network.complete(reference, "task_confirmReception", "shelter2");
        assertThat(network.openTasks(reference))
                .as("what the shelter before proposed is void")
                .contains("task_followUp")
                .doesNotContain("task_confirmLeaving");
    }

    @Test
    void aShelterThatOnlyHoldsAPlaceForHerProposesNothing() {
        String reference = relocating(Search.PROPOSED);

        assertThatThrownBy(() -> propose(reference, "shelter2", "leavingKind", "exclusion"))
                .hasMessageContaining("Only the shelter in which she lives");
        propose(reference, "shelter", "leavingKind", "exclusion");
    }

    @Test
    void anotherShelterIsNotLookedForTwice() {
        String reference = relocating(Search.BEGUN);
        propose(reference, "shelter", "leavingKind", "exclusion");

        assertThatThrownBy(() -> network.complete(
                        reference, "task_decideExclusion", "coordinator", "exclusionDecision", "relocation"))
                .hasMessageContaining("another one is looked for already");
        network.complete(reference, "task_decideExclusion", "coordinator", "exclusionDecision", "warning");
        assertThat(network.openTasks(reference)).contains("task_chooseShelters");
    }

    /** How far the search for another shelter is. */
    enum Search {
        BEGUN,
        ASKED,
        PROPOSED,
        PLANNED
    }

    private String relocating(Search search) {
        String reference = network.arrived("childrenCount", 0, "babyCount", 0);
        network.complete(reference, "task_followUp", "shelter", "stay", "relocation");
        if (search != Search.BEGUN) {
            network.ask(reference, "s02");
        }
        if (search.compareTo(Search.PROPOSED) >= 0) {
            network.complete(reference, "task_answerOffer", "shelter2");
            network.complete(reference, "task_answerRequest", "coordinator");
        }
        if (search == Search.PLANNED) {
            network.agree(reference, "shelter2");
            network.plan(reference);
        }
        return reference;
    }

    private void assertNothingIsLookedForAnyMore(String reference) {
        assertThat(network.places(reference)).isZero();
        assertThat(network.openTasks(reference))
                .containsOnly("task_approveAllowance", "task_submitClaim", "task_chooseRoute");
    }

    private void propose(String reference, String person, Object... values) {
        network.startFor(reference, "leaving", "propose-leaving", person, values);
    }

    private Outcome outcome(String reference) {
        return referrals.find(new CaseReference(reference)).orElseThrow().outcome();
    }
}
