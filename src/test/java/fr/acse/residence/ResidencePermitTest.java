package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.access.CaseAccess;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class ResidencePermitTest {

    @Autowired
    Network network;

    @Autowired
    PermitTracks tracks;

    @Autowired
    Titles titles;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    CaseAccess access;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aCaseHasTracksBesideEachOtherButNeverTwoOpenOnesOfAKind() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.begin("asylum");

        assertThat(permit.open()).containsExactly("task_fileRequest", "task_recordComplaint");
        assertThatThrownBy(() -> permit.begin("asylum")).hasMessageContaining("already has an open track of this kind");
    }

    @Test
    void afterTheArrivalSomebodyChoosesTheRouteWithHer() {
        String reference = network.arrived("permitNeed", "needed");
        network.runJobs(reference);
        network.complete(reference, "task_chooseRoute", "operator", "permitRoute", "otherTitle");

        assertThat(network.openTasks(reference)).contains("task_fileRequest");
        assertThat(routes(reference)).containsExactly("otherTitle");
    }

    @Test
    void whereNoPermitIsNeededTheTrackEndsAndAnotherMayBegin() {
        String reference = network.arrived("permitNeed", "needed");
        network.runJobs(reference);
        network.complete(reference, "task_chooseRoute", "operator", "permitRoute", "noneNeeded");

        assertThat(outcomes(reference)).containsExactly("noneNeeded");
        PermitCase.of(network, reference).begin("asylum");
        assertThat(routes(reference)).containsExactly("noneNeeded", "asylum");
    }

    @Test
    void sheMayWantNoPermitNow() {
        String reference = network.arrived("permitNeed", "needed");
        network.runJobs(reference);

        network.complete(reference, "task_chooseRoute", "operator", "permitRoute", "stops");

        assertThat(outcomes(reference)).containsExactly("stoppedBeforeApplying");
    }

    @Test
    void aRouteThatIsOpenAlreadyIsNotChosenTwice() {
        String reference = network.arrived("permitNeed", "needed");
        network.runJobs(reference);
        PermitCase.of(network, reference).begin("asylum");

        assertThatThrownBy(() -> network.complete(reference, "task_chooseRoute", "operator", "permitRoute", "asylum"))
                .hasMessageContaining("choose another route");
        assertThat(network.openTasks(reference)).contains("task_chooseRoute");
    }

    @Test
    void withoutAComplaintTheTrackWaitsAndIsResumed() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint", "complaint", "notYet");
        assertThat(permit.open()).isEmpty();

        network.pass(permit.reference, Duration.ofDays(93));
        permit.complete("task_recordComplaint", "complaint", "notYet");
        network.startFor(permit.reference, "case-event", "report-event", "operator", "eventKind", "complaintFiled");

        assertThat(permit.open()).containsExactly("task_recordComplaint");
    }

    @Test
    void sheIsAskedAgainBeforeTheReflectionPeriodEnds() {
        PermitCase permit = thinking();

        network.pass(permit.reference, Duration.ofDays(22));

        assertThat(permit.open()).containsExactly("task_recordComplaint");
    }

    @Test
    void theReflectionPeriodHasAReceiptOfThirtyDays() {
        PermitCase permit = thinking();

        assertThat(kinds(permit)).containsExactly("reflectionReceipt");
        assertThat(permit.open()).as("it is as the rule expects").isEmpty();
    }

    @Test
    void aReceiptThatDoesNotHoldForThirtyDaysIsLookedAtOnceMore() {
        PermitCase permit = PermitCase.on(network, "complaint");
        LocalDate today = TestTime.today();

        permit.complete(
                "task_recordComplaint",
                "complaint",
                "reflectionPeriod",
                "titleFrom",
                today.toString(),
                "titleUntil",
                today.plusDays(19).toString());

        assertThat(permit.open()).containsExactly("task_checkDates");
        assertThat(network.seen(permit.reference, "task_checkDates", "operator", "expectedUntil"))
                .isEqualTo(today.plusDays(29).toString());
    }

    @Test
    void whatEachRouteNeedsIsSaidWhereOtherRoutesAreOffered() throws IOException {
        JsonNode fields = new ObjectMapper()
                .readTree(new File("forms/review-other-routes.form"))
                .path("components");
        String words = fields.path(0).path("text").asText();

        JsonNode offered = fields.path(fields.size() - 1).path("values");
        assertThat(offered).hasSizeGreaterThan(4);
        for (JsonNode route : offered) {
            String name = route.path("label").asText().split("[:(;]| with ")[0].strip();
            boolean isRoute = !route.path("value").asText().equals("none");
            assertThat(Pattern.compile("(?m)^- \\*" + name + "\\*: .{20,}")
                            .matcher(words)
                            .find())
                    .as(name)
                    .isEqualTo(isRoute);
        }
    }

    @Test
    void theExitPathwayNeedsTheAuthorisation() {
        PermitCase permit = PermitCase.on(network, "exitPathway");
        permit.complete("task_recordPathway", "pathway", "authorised");
        assertThat(permit.open()).containsExactly("task_fileRequest");

        PermitCase refused = PermitCase.on(network, "exitPathway");
        refused.complete("task_recordPathway", "pathway", "refused");
        refused.complete("task_reviewOtherRoutes", "otherRoute", "none");
        assertThat(outcomes(refused.reference)).containsExactly("refused");
    }

    @Test
    void otherRoutesAreOfferedAfterAStopAndBeginAsTracksOfTheirOwn() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint", "complaint", "stops");

        permit.complete("task_reviewOtherRoutes", "otherRoute", "asylum");

        assertThat(outcomes(permit.reference)).containsExactly("stopped", null);
        assertThat(routes(permit.reference)).containsExactly("complaint", "asylum");
        assertThat(permit.open()).containsExactly("task_fileRequest");
    }

    @Test
    void aTrackThatWasRefusedCanBeTakenUpAgain() {
        PermitCase permit = PermitCase.on(network, "asylum");
        permit.file();
        permit.refuse();
        permit.complete("task_decideAppeal", "appeal", "notFiled");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");
        assertThat(outcomes(permit.reference)).containsExactly("refused");

        permit.begin("asylum");

        assertThat(outcomes(permit.reference)).containsExactly("refused", null);
    }

    @Test
    void whatIsNotFiledEndsWithOtherRoutes() {
        PermitCase permit = PermitCase.on(network, "otherTitle");
        permit.complete("task_fileRequest", "filing", "notFiled");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");

        assertThat(outcomes(permit.reference)).containsExactly("stopped");
    }

    @Test
    void theShelterInWhichSheLivesMayFollowHerPermit() {
        String reference = network.arrived("permitNeed", "notNeeded");
        network.startFor(
                reference,
                "residence-permit",
                "start-permit",
                "shelter",
                "permitRoute",
                "asylum",
                "followedBy",
                "shelter");

        network.complete(reference, "task_fileRequest", "shelter", "filing", "notFiled");

        assertThat(network.openTasks(reference)).contains("task_reviewOtherRoutes");
    }

    @Test
    void noDeadlineSaysWhichShelterFollowsHer() {
        String reference = network.arrived("permitNeed", "notNeeded", "childrenCount", 0, "babyCount", 0);
        PermitCase.of(network, reference).begin("asylum", "followedBy", "shelter");
        network.complete(reference, "task_fileRequest", "shelter");

        assertThat(jdbc.queryForList(
                        "select responsible from deadline where reference = ? and process = 'permit-request'",
                        String.class,
                        reference))
                .containsExactly("follower");
    }

    @Test
    void whoLivesInNoShelterIsFollowedByNone() {
        PermitCase permit = PermitCase.closed(network);

        assertThatThrownBy(() -> permit.begin("asylum", "followedBy", "shelter"))
                .hasMessageContaining("She lives in no shelter now");
    }

    @Test
    void anotherAssociationFollowsHerAndMayTakeUpWhatStopped() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.news("followerChanged", "followedBy", "other", "organisationCode", "bridge");
        assertThat(network.task(permit.reference, "task_recordComplaint")).isNotNull();

        network.complete(permit.reference, "task_recordComplaint", "operator2", "complaint", "stops");
        network.complete(permit.reference, "task_reviewOtherRoutes", "operator2", "otherRoute", "none");
        network.startFor(
                permit.reference,
                "residence-permit",
                "start-permit",
                "operator2",
                "permitRoute",
                "complaint",
                "followedBy",
                "other",
                "organisationCode",
                "bridge");

        network.complete(permit.reference, "task_recordComplaint", "operator2");
        assertThat(outcomes(permit.reference)).containsExactly("stopped", null);
    }

    @Test
    void whoeverFollowsNothingMayNotBeginATrack() {
        PermitCase permit = PermitCase.closed(network);

        assertThatThrownBy(() -> network.startFor(
                        permit.reference, "residence-permit", "start-permit", "operator2", "permitRoute", "asylum"))
                .isInstanceOf(RuntimeException.class);
        assertThat(routes(permit.reference)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sealed_firstName, true",
        "sealed_permitNote, true",
        "permitTitles, true",
        "sealed_safeContact, false",
        "sealed_birthDate, false",
        "state, false",
        "deadlines, false",
        "household, false",
        "shelter, false",
        "steps.stay, false"
    })
    void anotherAssociationReadsHerNameAndThePermitAndNothingElse(String what, boolean mayRead) {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.news("followerChanged", "followedBy", "other", "organisationCode", "bridge");

        CaseReference reference = new CaseReference(permit.reference);
        boolean reads = transaction.execute(status -> access.mayRead(what, new Login("operator2"), reference));
        assertThat(reads).isEqualTo(mayRead);
    }

    @Test
    void whoeverFollowsAPermitReportsNothingElse() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.news("followerChanged", "followedBy", "other", "organisationCode", "bridge");

        assertThatThrownBy(() -> network.report(permit.reference, "confidentialityBreached", "operator2"))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> network.startFor(permit.reference, "travel-claim", "open-travel-claim", "operator2"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aShelterThatFollowsNothingMakesItselfNoFollower() {
        String reference = network.arrived("permitNeed", "notNeeded", "childrenCount", 0, "babyCount", 0);
        PermitCase permit = PermitCase.of(network, reference);
        permit.begin("complaint");

        assertThatThrownBy(() -> permit.newsFrom("shelter", "followerChanged", "followedBy", "shelter"))
                .hasMessageContaining("Somebody else follows this track: The association that asked for her.");
    }

    @Test
    void aTrackThatHerShelterFollowsGoesWithHer() {
        String reference = network.arrived("permitNeed", "notNeeded", "childrenCount", 0, "babyCount", 0);
        PermitCase permit = PermitCase.of(network, reference);
        permit.begin("asylum", "followedBy", "shelter");
        network.report(reference, "relocationNeeded", "shelter");
        network.ask(reference, "s02");
        network.complete(reference, "task_answerOffer", "shelter2");
        network.complete(reference, "task_answerRequest", "coordinator");
        network.agree(reference, "shelter2");
        network.travel(reference, "shelter2");
        assertThat(tracks.findByReferenceOrderById(new CaseReference(reference)))
                .extracting(PermitTrack::follower)
                .containsExactly("s02");

        network.leave(reference, "shelter2");

        network.complete(reference, "task_fileRequest", "operator", "receiptGiven", "no");
    }

    @Test
    void anUnknownAssociationFollowsNothing() {
        PermitCase permit = PermitCase.on(network, "complaint");

        assertThatThrownBy(() -> permit.news("followerChanged", "followedBy", "other", "organisationCode", "nobody"))
                .hasMessageContaining("has the code \"nobody\"");
    }

    @Test
    void aLastingTitleEndsTheTrackAndSheWatchesItsLastDayHerself() {
        PermitCase permit = PermitCase.granted(network);
        assertThatThrownBy(() -> permit.complete("task_followTitle", "titleGoesOn", "lastingTitle"))
                .hasMessageContaining("no card that runs is recorded");
        permit.title("titleArrived", "card", TestTime.today(), TestTime.today().plusYears(10));

        permit.complete("task_followTitle", "titleGoesOn", "lastingTitle");

        assertThat(outcomes(permit.reference)).containsExactly("lastingTitle");
        assertThat(network.isClosed(permit.reference)).isTrue();
    }

    @Test
    void whereTheGroundIsGoneTheTitleRunsOnUntilItsLastDay() {
        PermitCase permit = PermitCase.granted(network);
        permit.complete("task_followTitle", "titleGoesOn", "groundGone");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");

        assertThat(outcomes(permit.reference)).containsExactly("groundGone");
        network.pass(permit.reference, Duration.ofDays(367));
        assertThat(permit.open()).containsExactly("task_preventLapse");
    }

    /** She thinks about it from today, and holds the receipt of the reflection period. */
    private PermitCase thinking() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete(
                "task_recordComplaint",
                "complaint",
                "reflectionPeriod",
                "titleFrom",
                TestTime.today().toString(),
                "titleUntil",
                TestTime.today().plusDays(29).toString());
        return permit;
    }

    private List<String> routes(String reference) {
        return tracks.findByReferenceOrderById(new CaseReference(reference)).stream()
                .map(PermitTrack::route)
                .toList();
    }

    private List<String> outcomes(String reference) {
        return tracks.findByReferenceOrderById(new CaseReference(reference)).stream()
                .map(PermitTrack::outcome)
                .toList();
    }

    private List<String> kinds(PermitCase permit) {
        return titles.findByReferenceOrderById(new CaseReference(permit.reference)).stream()
                .map(Title::kind)
                .toList();
    }
}
