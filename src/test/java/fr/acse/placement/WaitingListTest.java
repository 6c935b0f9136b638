package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.OrientationRequest.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who waits is found a place as soon as there is one, and nobody is asked to answer again while there is none. */
@ProcessTest
class WaitingListTest {

    /** Only shelter s01 takes so many. */
    private static final Object[] SIX_PEOPLE = {"childrenCount", 5, "babyCount", 0};

    @Autowired
    Network network;

    @Autowired
    OrientationRequests requests;

    @Autowired
    WaitingList waitingList;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theDailySearchAsksNobodyToAnswerAsLongAsNothingFits() {
        String reference = network.requested("childrenCount", 12);
        decide(reference, "waitingList");

        network.pass(reference, Duration.ofDays(3));

        assertThat(network.openTasks(reference)).isEmpty();
        assertThat(requests.findByReferenceOrderBySubmittedAt(new CaseReference(reference)))
                .extracting(OrientationRequest::outcome)
                .containsExactly(Answer.WAITING_LIST);
    }

    @Test
    void theDailySearchOpensARequestWithAClockOfItsOwnWhenAShelterFits() {
        String reference = network.requested(SIX_PEOPLE);
        network.ask(reference, "s01");
        network.pass(reference, Duration.ofHours(12));
        decide(reference, "waitingList");

        network.pass(reference, Duration.ofDays(1));

        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(new CaseReference(reference));
        assertThat(all).hasSize(2);
        assertThat(Duration.between(all.get(1).submittedAt(), all.get(1).dueAt()))
                .isEqualTo(Duration.ofHours(48));
    }

    @Test
    void placesThatWereClosedForATimeAreOfferedWhenTheyOpenByThemselves() {
        String full = network.requested(SIX_PEOPLE);
        network.ask(full, "s01");
        network.answerOffer(full, "shelter", "offerAnswer", "declined", "declineReason", "full");
        String reference = network.requested(SIX_PEOPLE);
        assertThat(network.openTasks(reference)).containsExactly("task_decideWithoutShelter");
        decide(reference, "waitingList");
        network.pass(reference, Duration.ofDays(6));
        assertThat(network.openTasks(reference)).isEmpty();

        TestTime.later(Duration.ofDays(7).plusMinutes(1));
        network.runDueJobsOf("waiting-list");
        network.runJobs(reference);

        assertThat(network.openTasks(reference)).containsExactly("task_answerOffer");
    }

    @Test
    void aPlaceFreedWhileTheCoordinationDecidesIsNotLost() {
        String resident = occupant();
        String reference = network.requested(SIX_PEOPLE);
        network.refusePlace(resident);

        decide(reference, "waitingList");
        network.runDueJobsOf("waiting-list");
        network.runJobs(reference);

        assertThat(network.openTasks(reference)).containsExactly("task_answerOffer");
    }

    @Test
    void theCoordinationMaySearchAgainAsItWas() {
        String resident = occupant();
        String reference = network.requested(SIX_PEOPLE);
        network.refusePlace(resident);

        decide(reference, "searchAgain");

        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
    }

    @Test
    void whomTheCoordinationDoesNotWantToAskIsNotAskedByTheWaitingListEither() {
        String reference = network.requested(SIX_PEOPLE);

        network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "none");
        assertThat(network.shown(network.task(reference, "task_decideWithoutShelter"), "coordinator", "searchOutcomes"))
                .contains("{\"shelter\":\"s01\",\"asked\":\"Not asked\",\"why\":\"It fits, as number 1 of the ranking");
        decide(reference, "waitingList");
        network.runDueJobsOf("waiting-list");
        network.runJobs(reference);

        assertThat(network.openTasks(reference)).isEmpty();
    }

    @Test
    void aCaseThatWasCalledAndWithdrawsGivesItsTurnToTheNext() {
        String resident = occupant();
        String first = network.requested(SIX_PEOPLE);
        decide(first, "waitingList");
        TestTime.later(Duration.ofMinutes(1));
        String next = network.requested(SIX_PEOPLE);
        decide(next, "waitingList");
        network.refusePlace(resident);
        network.runDueJobsOf("waiting-list");

        network.withdraw(first);
        network.runDueJobsOf("waiting-list");
        network.runJobs(next);

        assertThat(network.openTasks(next)).containsExactly("task_answerOffer");
    }

    @Test
    void aPlaceForWhichAShelterIsAskedAlreadyIsGivenToNobodyElse() {
        String resident = occupant();
        String waiting = network.requested(SIX_PEOPLE);
        decide(waiting, "waitingList");
        network.refusePlace(resident);
        network.ask(network.requested(SIX_PEOPLE), "s01");

        assertThat(call()).isEmpty();
        network.runDueJobsOf("waiting-list");
        network.runJobs(waiting);

        assertThat(network.openTasks(waiting)).isEmpty();
    }

    @Test
    void aPlaceToWhichACaseWasCalledIsGivenToNobodyElse() {
        String resident = occupant();
        String first = network.requested(SIX_PEOPLE);
        decide(first, "waitingList");
        TestTime.later(Duration.ofMinutes(1));
        decide(network.requested(SIX_PEOPLE), "waitingList");
        network.refusePlace(resident);

        assertThat(call()).extracting(CaseReference::value).containsExactly(first);
        assertThat(call()).isEmpty();
    }

    @Test
    void theListIsEmptyUntilSomebodyWaits() {
        assertThat(isEmpty()).isTrue();
        decide(network.requested("childrenCount", 12), "waitingList");
        assertThat(isEmpty()).isFalse();
    }

    private List<CaseReference> call() {
        return transaction.execute(status -> waitingList.call(new ShelterCode("s01")));
    }

    private boolean isEmpty() {
        return transaction.execute(status -> waitingList.isEmpty());
    }

    @Test
    void whoeverIsInDangerComesBeforeWhoeverHasWaitedLonger() {
        String occupant = occupant();
        String longer = waiting("normal");
        network.pass(longer, Duration.ofDays(3));
        String urgent = waiting("urgent");

        leaves(occupant);

        network.runJobs(urgent);
        assertThat(network.openTasks(urgent)).contains("task_answerOffer");
        assertThat(network.openTasks(longer)).isEmpty();
    }

    @Test
    void whoeverCannotComeBeforeADayIsNotCalledAndKeepsHerTurn() {
        String occupant = occupant();
        String parked = waiting("urgent");
        String until = network.today().plusDays(10).toString();
        network.start(
                "case-event",
                "report-event",
                "operator",
                "caseReference",
                parked,
                "eventKind",
                "parked",
                "parkedUntil",
                until);

        leaves(occupant);
        network.pass(parked, Duration.ofDays(5));
        assertThat(network.openTasks(parked)).isEmpty();

        network.pass(parked, Duration.ofDays(7));
        assertThat(network.openTasks(parked)).isNotEmpty();
    }

    @Test
    void onlyWhoeverWaitsIsParkedAndNotForEver() {
        String decided = network.requested();
        assertThatThrownBy(() -> park(decided, 5)).hasMessageContaining("not on the waiting list");
        occupant();
        String waits = waiting("normal");
        assertThatThrownBy(() -> park(waits, 0)).hasMessageContaining("it must be ahead");
        assertThatThrownBy(() -> park(waits, 120)).hasMessageContaining("3 months ahead at most");
    }

    private void park(String reference, int days) {
        network.start(
                "case-event",
                "report-event",
                "operator",
                "caseReference",
                reference,
                "eventKind",
                "parked",
                "parkedUntil",
                network.today().plusDays(days).toString());
    }

    /** Six people for whom there is no room yet. */
    private String waiting(String urgency) {
        String reference = network.committed(SIX_PEOPLE);
        network.complete(reference, "task_submitRequest", "operator", "urgency", urgency);
        decide(reference, "waitingList");
        return reference;
    }

    private void leaves(String occupant) {
        network.withdraw(occupant);
        network.runDueJobsOf("waiting-list");
    }

    private String occupant() {
        String reference = network.requested(SIX_PEOPLE);
        network.propose(reference);
        return reference;
    }

    private void decide(String reference, String decision) {
        network.complete(reference, "task_decideWithoutShelter", "coordinator", "withoutShelterDecision", decision);
    }
}
