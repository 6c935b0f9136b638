package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.deadline.Deadline;
import fr.acse.deadline.DeadlineService;
import fr.acse.placement.OrientationRequest.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class OrientationTest {

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    OrientationRequests requests;

    @Autowired
    DeadlineService deadlines;

    @Test
    void whoIsNotSafeTonightComesFirstAndTheCoordinationSeesWhy() {
        String safe = network.requested();
        String unsafe = network.committed();
        network.complete(unsafe, "task_submitRequest", "operator", "urgency", "urgent");

        assertThat(network.task(unsafe, "task_chooseShelters").getPriority())
                .isGreaterThan(network.task(safe, "task_chooseShelters").getPriority());
        assertThat(network.seen(unsafe, "task_chooseShelters", "coordinator", "urgency"))
                .isEqualTo("urgent");
    }

    @Test
    void ofAShelterInWhichNobodyHasALoginTheCoordinationReadsThatItCannotAnswerHere() {
        String reference = network.requested();
        assertThat(network.shown(network.task(reference, "task_chooseShelters"), "coordinator", "ranking"))
                .containsPattern("\"shelter\":\"s06\"[^}]*By telephone");

        network.staffOf("s06");

        assertThat(network.shown(network.task(reference, "task_chooseShelters"), "coordinator", "ranking"))
                .containsPattern("\"shelter\":\"s06\"[^}]*\"answers\":\"Here\"");
    }

    @Test
    void theClockRemindsAt24And40HoursCallsTheSupervisorsAt48AndTheWorkGoesOn() {
        String reference = network.requested();
        OrientationRequest submitted = request(reference);
        assertThat(Duration.between(submitted.submittedAt(), submitted.dueAt()))
                .isBetween(Duration.ofHours(48).minusSeconds(5), Duration.ofHours(48));
        assertThat(network.task(reference, "task_chooseShelters").getDueDate().toInstant())
                .isEqualTo(submitted.dueAt());
        int priority = network.task(reference, "task_chooseShelters").getPriority();

        network.pass(reference, Duration.ofHours(23));
        assertThat(request(reference).remindedAt()).isNull();

        network.pass(reference, Duration.ofHours(1));
        assertThat(request(reference).remindedAt()).isNotNull();
        assertThat(network.task(reference, "task_chooseShelters").getPriority()).isGreaterThan(priority);

        network.pass(reference, Duration.ofHours(16));
        assertThat(deadline(reference, "timer_secondReminder").state()).isEqualTo(Deadline.State.FIRED);
        assertThat(request(reference).lateAt()).isNull();
        assertThat(network.openTasks(reference))
                .as("the second reminder takes the place of the first")
                .containsExactly("task_chooseShelters", "task_seeToRequestAgain");
        network.complete(reference, "task_seeToRequestAgain", "coordinator");

        network.pass(reference, Duration.ofHours(8));
        assertThat(request(reference).lateAt()).isNotNull();
        assertThat(deadline(reference, "timer_answerDue").state()).isEqualTo(Deadline.State.OVERDUE);
        assertThat(network.openTasks(reference))
                .as("the reminders are over")
                .containsExactly("task_chooseShelters", "task_takeOverLateRequest");
        network.ask(reference, "s01");
        network.answerOffer(reference, "shelter");
        assertThat(network.task(reference, "task_answerRequest").getPriority())
                .as("a step towards a late answer")
                .isEqualTo(130);

        network.complete(reference, "task_answerRequest", "coordinator", "lateReason", "sheltersSilent");
        assertThat(deadline(reference, "timer_answerDue").state()).isEqualTo(Deadline.State.ANSWERED_LATE);
        assertThat(request(reference).outcome()).isEqualTo(Answer.PLACE_PROPOSED);
        assertThat(network.openTasks(reference)).containsExactly("task_readAnswer");
    }

    @Test
    void theSupervisorTakesTheLateRequestOverAndTheCoordinationGoesOn() {
        String reference = network.requested();
        network.pass(reference, Duration.ofHours(48));

        network.complete(reference, "task_takeOverLateRequest", "supervisor");

        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
    }

    @Test
    void theAnswerStopsTheClock() {
        String reference = network.proposed();

        assertThat(deadline(reference, "timer_answerDue").state()).isEqualTo(Deadline.State.ENDED);
        assertThat(request(reference).answeredAt()).isNotNull();
        network.pass(reference, Duration.ofHours(72));
        assertThat(network.openTasks(reference)).containsExactly("task_readAnswer");
    }

    @Test
    void theFirstAcceptanceHoldsThePlaceAndWithdrawsTheOtherOffers() {
        String reference = network.requested();
        network.complete(reference, "task_chooseShelters", "coordinator");
        assertThat(network.tasks(reference, "task_answerOffer")).hasSize(3);

        network.answerOffer(reference, "shelter2", "offerAnswer", "declined", "declineReason", "temporary");
        network.answerOffer(reference, "shelter3");

        assertThat(network.openTasks(reference)).containsExactly("task_answerRequest");
        network.complete(reference, "task_answerRequest", "coordinator");
        network.complete(reference, "task_readAnswer", "operator");
        assertThat(network.task(reference, "task_agreeArrival")).isNotNull();
    }

    @Test
    void aShelterThatDeclinesGivesAReason() {
        String reference = network.requested();
        network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "firstOnly");

        assertThatThrownBy(() -> network.complete(
                        reference, "task_answerOffer", "shelter", "offerAnswer", "declined", "declineReason", null))
                .hasMessageContaining("Why not?");
        assertThat(network.openTasks(reference)).containsExactly("task_answerOffer");
    }

    @Test
    void silenceIsNeverConsent() {
        String reference = network.requested();
        network.complete(reference, "task_chooseShelters", "coordinator");

        network.pass(reference, Duration.ofHours(12));

        assertThat(network.openTasks(reference)).containsExactly("task_decideWithoutShelter");
    }

    @Test
    void aHeldPlaceThatDoesNotSuitIsReleasedAndTheSearchGoesOnUnderTheSameClock() {
        String reference = network.requested();
        network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "firstOnly");
        network.complete(reference, "task_answerOffer", "shelter");
        network.complete(reference, "task_answerRequest", "coordinator", "answerDecision", "searchFurther");

        network.complete(
                reference, "task_chooseShelters", "coordinator", "askHow", "chosen", "chosenShelters", "[\"s02\"]");
        network.complete(reference, "task_answerOffer", "shelter2");
        network.complete(reference, "task_answerRequest", "coordinator");

        assertThat(requests.findByReferenceOrderBySubmittedAt(new CaseReference(reference)))
                .hasSize(1);
        assertThat(network.openTasks(reference)).containsExactly("task_readAnswer");
    }

    @Test
    void aShelterThatDoesNotFitCannotBeAsked() {
        String reference = network.requested();

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_chooseShelters",
                        "coordinator",
                        "askHow",
                        "chosen",
                        "chosenShelters",
                        "[\"nowhere\"]"))
                .hasMessageContaining("nowhere does not fit");
        assertThatThrownBy(() -> network.complete(
                        reference, "task_chooseShelters", "coordinator", "askHow", "chosen", "chosenShelters", null))
                .hasMessageContaining("Shelters: please fill this in");
    }

    @Test
    void whenNothingFitsTheCoordinationWidensByANamedConstraint() {
        String reference = network.requested(
                "languageCode", "edo", "dangerDepartment", "29", "avoidDepartments", "[\"22\",\"50\",\"13\"]");
        assertThat(network.openTasks(reference)).containsExactly("task_decideWithoutShelter");

        assertThatThrownBy(() -> network.complete(
                        reference, "task_decideWithoutShelter", "coordinator", "relaxedConstraint", null))
                .hasMessageContaining("Which constraint do you relax?");
        network.complete(reference, "task_decideWithoutShelter", "coordinator", "relaxedConstraint", "language");

        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
    }

    @Test
    void aRefusalHasAMotive() {
        String reference = nothingFits();

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_decideWithoutShelter",
                        "coordinator",
                        "withoutShelterDecision",
                        "refuse",
                        "refusalMotive",
                        null))
                .hasMessageContaining("Motive");
        network.complete(
                reference,
                "task_decideWithoutShelter",
                "coordinator",
                "withoutShelterDecision",
                "refuse",
                "refusalMotive",
                "noCapacity");

        assertThat(request(reference).outcome()).isEqualTo(Answer.REFUSED);
        assertThat(network.seen(reference, "task_readNoPlace", "operator", "refusalMotive"))
                .isEqualTo("noCapacity");
        assertThat(jdbc.queryForObject(
                        "select refusal_motive from orientation_request where reference = ?", String.class, reference))
                .as("for the yearly report")
                .isEqualTo("noCapacity");
        network.complete(reference, "task_readNoPlace", "operator");
        assertThat(network.ends(reference, "referral")).containsExactly("end_withoutPlace", "end_noShelter");
    }

    @Test
    void noAnswerClosesTheDoorTheOperatorMayAskAgainAtOnce() {
        String reference = nothingFits();
        network.complete(
                reference,
                "task_decideWithoutShelter",
                "coordinator",
                "withoutShelterDecision",
                "refuse",
                "refusalMotive",
                "noCapacity");

        network.complete(reference, "task_readNoPlace", "operator", "noPlaceDecision", "askAgain");

        assertThat(requests.findByReferenceOrderBySubmittedAt(new CaseReference(reference)))
                .hasSize(2);
        assertThat(request(reference).answeredAt()).isNull();
    }

    @Test
    void emergencyHousingIsHandedOverToWithTheServiceOfADepartmentWhereSheIsNotInDanger() {
        String reference = nothingFits();
        String[] handOver = {"withoutShelterDecision", "emergencyHousing"};

        assertThatThrownBy(() ->
                        network.complete(reference, "task_decideWithoutShelter", "coordinator", (Object[]) handOver))
                .hasMessageContaining("Department that takes over");
        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_decideWithoutShelter",
                        "coordinator",
                        handOver[0],
                        handOver[1],
                        "emergencyDepartment",
                        "01"))
                .hasMessageContaining("in danger there");
        network.complete(
                reference,
                "task_decideWithoutShelter",
                "coordinator",
                handOver[0],
                handOver[1],
                "emergencyDepartment",
                "38");

        assertThat(network.shown(network.task(reference, "task_readNoPlace"), "operator", "emergencyHousing"))
                .contains("115 (SIAO) of 38 Isère", "Grenoble");
    }

    @Test
    void theCoordinationSeesTheRankingAndWhyEachOtherShelterIsLeftOut() {
        String reference = network.requested("childrenCount", 1, "babyCount", 0);

        Object ranking = network.seen(reference, "task_chooseShelters", "coordinator", "ranking");
        Object leftOut = network.seen(reference, "task_chooseShelters", "coordinator", "leftOut");

        assertThat(ranking.toString()).contains("\"rank\":1", "\"shelter\":\"s01\"");
        assertThat(leftOut.toString())
                .as("after these, there may be shelters that other tests registered")
                .startsWith("[{\"shelter\":\"s04\",\"why\":\"Takes no children\"},"
                        + "{\"shelter\":\"s10\",\"why\":\"Takes no children\"}");
        String avoiding = network.requested("dangerDepartment", "29");
        assertThat(network.seen(avoiding, "task_chooseShelters", "coordinator", "leftOut")
                        .toString())
                .contains("s01", "In a department to avoid");
    }

    private String nothingFits() {
        String reference = network.requested("childrenCount", 12);
        assertThat(network.openTasks(reference)).containsExactly("task_decideWithoutShelter");
        return reference;
    }

    private OrientationRequest request(String reference) {
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(new CaseReference(reference));
        return all.get(all.size() - 1);
    }

    private Deadline deadline(String reference, String activity) {
        return deadlines.of(new CaseReference(reference)).stream()
                .filter(deadline -> deadline.activity().equals(activity))
                .findFirst()
                .orElseThrow();
    }
}
