package fr.acse.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.door.Visitors;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Each person finds the cases that she has a part in, where they stand, and who must act. */
@ProcessTest
class CasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0, "oldestChildAge", 0};

    @Autowired
    Network network;

    @Autowired
    CaseList list;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    CaseAccess access;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @Test
    void afterSubmittingSheStillSeesHerCaseAndWhoOwesAnAnswerAndUntilWhen() throws IOException {
        String reference = network.requested();

        JsonNode line = line("operator", reference);

        assertThat(line.path("stage").asText()).isEqualTo("Waiting for an answer");
        assertThat(line.path("todo").path("who").asText()).isEqualTo("Coordination");
        assertThat(line.path("todo").path("mine").asBoolean()).isFalse();
        assertThat(line.path("due").path("what").asText()).isEqualTo("Answer due after 48 hours");
        assertThat(line.path("last").path("step").asText()).isEqualTo("Submit the orientation request");
        JsonNode coordination = line("coordinator", reference);
        assertThat(coordination.path("todo").path("step").asText()).isEqualTo("Choose the shelters to ask");
        assertThat(coordination.path("todo").path("mine").asBoolean()).isTrue();
    }

    @Test
    void whatIsDueFirstIsTheDeadlineOfTheCaseOrAStepOfHerOwn() throws IOException {
        String later = network.openReferral();
        String assessed = network.openReferral();
        JsonNode hers = line("operator", assessed).path("due");
        assertThat(hers.path("what").asText()).isEqualTo("Assess the situation");
        assertThat(hers.path("at").asText())
                .isEqualTo(network.task(assessed, "task_assessSituation")
                        .getDueDate()
                        .toInstant()
                        .toString());
        assertThat(hers.path("late").asBoolean()).isFalse();

        jdbc.update(
                "update act_ru_task set due_date_ = '2000-01-01' where id_ = ?",
                network.task(assessed, "task_assessSituation").getId());
        assertThat(line("operator", assessed).path("due").path("late").asBoolean())
                .isTrue();
        assertThat(orderOf("operator", "DUE", assessed, later)).containsExactly(assessed, later);
        assertThat(line("coordinator", assessed).path("due").isNull())
                .as("what others have to do is not due to her")
                .isTrue();
    }

    @Test
    void theStageIsToldInWordsFromTheFirstDayToTheEnd() throws IOException {
        String reference = network.openReferral();
        assertThat(stage(reference)).isEqualTo("Case file opened");
        network.complete(reference, "task_assessSituation", "operator");
        assertThat(stage(reference)).isEqualTo("Situation assessed");
        network.complete(reference, "task_recordCommitment", "operator");
        assertThat(stage(reference)).isEqualTo("Commitment given");
        network.complete(reference, "task_submitRequest", "operator");
        network.propose(reference);
        assertThat(stage(reference)).isEqualTo("A place is held");
        network.agree(reference, "shelter");
        assertThat(stage(reference)).isEqualTo("Arrival agreed");
        network.plan(reference);
        assertThat(stage(reference)).isEqualTo("Journey planned");
        network.complete(reference, "task_confirmDeparture", "operator");
        assertThat(stage(reference)).isEqualTo("On the way");
        network.complete(reference, "task_confirmArrival", "operator");
        network.complete(reference, "task_confirmReception", "shelter");
        network.runJobs(reference);
        assertThat(stage(reference)).isEqualTo("In the shelter");
        network.withdraw(reference);
        assertThat(lines("operator", "show=OPEN&text=" + reference)).isEmpty();
        JsonNode closed = lines("operator", "show=CLOSED&text=" + reference).get(0);
        assertThat(closed.path("stage").asText()).isEqualTo("Withdrawn");
        assertThat(closed.path("closed").asBoolean()).isTrue();
    }

    @Test
    void nobodySeesACaseInWhichSheHasNoPart() throws IOException {
        String reference = network.requested();
        for (String other : List.of("operator2", "shelter", "shelter2", "finance")) {
            assertThat(lines(other, "text=" + reference)).as(other).isEmpty();
            HttpResponse<String> page = Visitors.call(port, other, "GET", "own:/cases/" + reference, null);
            assertThat(page.statusCode()).as(other).isEqualTo(400);
            assertThat(page.body()).contains("there is no case " + reference + ", or you have no part in it");
            assertThat(Visitors.call(
                                    port,
                                    other,
                                    "POST",
                                    "own:/cases/" + reference + "/reveal",
                                    "{\"field\":\"sealed_firstName\"}")
                            .statusCode())
                    .as(other)
                    .isEqualTo(400);
        }
        assertThat(Visitors.call(port, "analyst", "GET", "own:/cases", null).statusCode())
                .isEqualTo(403);
        assertThat(Visitors.call(port, "admin", "GET", "own:/cases/" + reference, null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aShelterThatIsAskedSeesThatAndNothingElse() throws IOException {
        String reference = network.requested();
        network.ask(reference, "s01");

        JsonNode line = line("shelter", reference);

        assertThat(line.path("stage").asText()).isEqualTo("Your shelter is asked");
        assertThat(line.path("todo").path("step").asText()).isEqualTo("Answer the offer");
        assertThat(line.path("last").isNull()).isTrue();
        network.answerOffer(reference, "shelter", "offerAnswer", "declined", "declineReason", "unsuitable");
        assertThat(lines("shelter", "text=" + reference)).isEmpty();
    }

    @Test
    void aSupervisorSeesEveryCaseAndNeitherWhoNorWhere() throws IOException {
        String reference = network.arrived();

        String line = line("supervisor", reference).toString();
        String page = Visitors.call(port, "supervisor", "GET", "own:/cases/" + reference, null)
                .body();

        assertThat(line + page).doesNotContain(FormAnswers.CANARY, "s01", "harbour", "\"operator\"", "sealed_first");
        assertThat(JSON.readTree(page).path("file").path("steps").size()).isGreaterThan(5);
        assertThat(JSON.readTree(page).path("starts")).isEmpty();
    }

    @Test
    void theOperatorReadsThatTheCoordinationOwesTheAnswerAndNotWhoIsAsked() throws IOException {
        String reference = network.requested();
        network.ask(reference, "s01");

        JsonNode open = JSON.readTree(Visitors.call(port, "operator", "GET", "own:/cases/" + reference, null)
                        .body())
                .path("file")
                .path("open");

        assertThat(open).hasSize(1);
        assertThat(open.get(0).path("name").asText()).isEqualTo("Answer the request");
        assertThat(open.get(0).path("role").asText()).isEqualTo("Coordination");
    }

    @Test
    void aTravelClaimIsOfferedWhereSheHasTravelledAndNoneIsOpen() throws IOException {
        String reference = network.arrived();
        assertThat(starts(reference)).as("one is open").doesNotContain("travel-claim");

        jdbc.update("update travel_claim set state = 'REJECTED' where reference = ?", reference);
        assertThat(starts(reference)).contains("travel-claim");
    }

    private List<String> starts(String reference) throws IOException {
        List<String> starts = new ArrayList<>();
        JSON.readTree(Visitors.call(port, "operator", "GET", "own:/cases/" + reference, null)
                        .body())
                .path("starts")
                .forEach(each -> starts.add(each.path("process").asText()));
        return starts;
    }

    @Test
    void anOperatorReadsNeitherOnThePageNorInTheOrderWhatHappensBetweenCoordinationAndShelters() throws IOException {
        String silent = network.requested(ALONE);
        String answered = network.requested(ALONE);
        network.ask(silent, "s02");
        network.ask(answered, "s02");
        assertThat(orderOf("operator", "LAST", silent, answered)).containsExactly(answered, silent);

        network.report(silent, "dangerRose", "operator");

        assertThat(orderOf("coordinator", "LAST", silent, answered)).containsExactly(silent, answered);
        assertThat(orderOf("operator", "LAST", silent, answered)).containsExactly(answered, silent);
        assertThat(Visitors.call(port, "operator", "GET", "own:/cases/" + silent, null)
                        .body())
                .doesNotContain("Danger rises");
        assertThat(Visitors.call(port, "coordinator", "GET", "own:/cases/" + silent, null)
                        .body())
                .contains("Report a case event: Danger rises");
    }

    @Test
    void aCaseThatRanByAModelWhichHasLeftTheEngineIsStillListed() throws IOException {
        String reference = network.requested(ALONE);
        jdbc.update("update case_event set definition = 'referral:0:gone' where reference = ?", reference);

        assertThat(orderOf("coordinator", "LAST", reference)).containsExactly(reference);
        assertThat(Visitors.call(port, "coordinator", "GET", "own:/cases/" + reference, null)
                        .statusCode())
                .isEqualTo(200);
    }

    private List<String> orderOf(String person, String sort, String... of) throws IOException {
        List<String> order = new ArrayList<>();
        List<JsonNode> lines;
        int page = 0;
        do {
            lines = lines(person, "size=100&sort=" + sort + "&page=" + page++);
            lines.stream()
                    .map(line -> line.path("reference").asText())
                    .filter(List.of(of)::contains)
                    .forEach(order::add);
        } while (!lines.isEmpty());
        return order;
    }

    @Test
    void dangerOnTheWayIsWhatHappenedLastAndNotTheStepInWhichItWasReported() throws IOException {
        String reference = network.agreed(ALONE);
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");

        assertThat(line("operator", reference).path("last").path("step").asText())
                .isEqualTo("Danger on the way");
    }

    @Test
    void aShelterThatIsAskedFindsItsOfferOnThePageOfTheCase() throws IOException {
        String reference = network.requested(ALONE);
        network.ask(reference, "s02");

        JsonNode page = JSON.readTree(Visitors.call(port, "shelter2", "GET", "own:/cases/" + reference, null)
                .body());

        assertThat(page.path("file").path("open").isNull()).isTrue();
        assertThat(page.path("mine")).hasSize(1);
        assertThat(page.path("mine").get(0).path("name").asText()).isEqualTo("Answer the offer");
    }

    @Test
    void theOrderTellsAShelterNothingOfWhatTheRowsHideFromIt() throws IOException {
        String first = network.arrived(ALONE);
        String second = network.arrived(ALONE);
        network.complete(first, "task_submitClaim", "operator");

        assertThat(orderOf("shelter", "LAST", first, second))
                .as("a claim is no matter of the shelter")
                .containsExactly(second, first);
    }

    @Test
    void thePageOfACaseShowsSealedValuesOneByOneAndEachReadingIsRecorded() throws IOException {
        String reference = network.requested();
        JsonNode page = JSON.readTree(Visitors.call(port, "operator", "GET", "own:/cases/" + reference, null)
                .body());
        assertThat(page.toString()).doesNotContain(FormAnswers.CANARY);
        assertThat(page.path("starts"))
                .extracting(each -> each.path("process").asText())
                .containsExactly("case-event", "leaving", "her-request", "correct-case", "residence-permit");

        String value = Visitors.call(
                        port,
                        "operator",
                        "POST",
                        "own:/cases/" + reference + "/reveal",
                        "{\"field\":\"sealed_firstName\"}")
                .body();

        assertThat(value).contains(FormAnswers.CANARY);
        assertThat(Visitors.call(port, "supervisor", "GET", "own:/reads?page=0&file=" + reference, null)
                        .body())
                .contains("\"reader\":\"Operator 1\",\"fields\":[\"First name\"]");
    }

    @Test
    void aCaseIsFoundByAnyPartOfItsReferenceInSmallLettersToo() throws IOException {
        String reference = network.openReferral();
        String part = reference.substring(5, 9).toLowerCase(Locale.ROOT);

        assertThat(lines("operator", "text=" + part))
                .extracting(line -> line.path("reference").asText())
                .contains(reference);
        assertThat(lines("operator", "text=%25")).isEmpty();
        assertThat(lines("operator", "text=" + "Z".repeat(500))).isEmpty();
    }

    @Test
    void whatIsToDoUrgentOrAlarmIsShownByItself() throws IOException {
        String urgent = network.committed();
        network.complete(urgent, "task_submitRequest", "operator", "urgency", "urgent");
        String hers = network.openReferral();
        network.report(urgent, "dangerRose", "operator");

        assertThat(shows("operator", "show=TO_DO", hers)).isTrue();
        assertThat(shows("operator", "show=TO_DO", urgent)).isFalse();
        assertThat(shows("operator", "show=URGENT", urgent)).isTrue();
        assertThat(shows("operator", "show=URGENT", hers)).isFalse();
        assertThat(shows("coordinator", "show=ALARM", urgent)).isTrue();
        assertThat(shows("coordinator", "show=ALARM", hers)).isFalse();
        assertThat(shows("coordinator", "stage=REQUESTED", urgent)).isTrue();
        assertThat(shows("coordinator", "stage=REQUESTED", hers)).isFalse();
        assertThat(lines("coordinator", "sort=DUE").get(0).path("alarm").asBoolean())
                .as("an alarm stands on top")
                .isTrue();
    }

    @Test
    void whoKnowsOnlyHerOwnMatterLearnsNothingFromFiltersAndSigns() throws IOException {
        String reference = network.arrived(ALONE);
        network.report(reference, "relocationNeeded", "coordinator");
        network.runJobs(reference);
        network.complete(
                reference, "task_chooseShelters", "coordinator", "askHow", "chosen", "chosenShelters", "[\"s02\"]");
        assertThat(shows("shelter2", "show=OPEN", reference)).isTrue();
        for (CaseList.Stage stage : CaseList.Stage.values()) {
            assertThat(shows("shelter2", "stage=" + stage, reference))
                    .as("asked " + stage)
                    .isFalse();
            assertThat(shows("finance", "stage=" + stage, reference))
                    .as("finance " + stage)
                    .isFalse();
        }
        assertThat(shows("finance", "show=OPEN", reference)).isTrue();
        assertThat(shows("finance", "show=URGENT", reference)).isFalse();
        assertThat(line("finance", reference).path("urgent").asBoolean()).isFalse();
    }

    @Test
    void aLateAnswerIsShownAsLate() throws IOException {
        String reference = network.requested();
        network.pass(reference, Duration.ofHours(49));

        assertThat(line("operator", reference).path("due").path("late").asBoolean())
                .isTrue();
    }

    @Test
    void wrongQuestionsAreAnsweredWithTheRule() {
        for (String wrong : List.of("size=0", "size=1000", "page=-1", "show=ALL", "stage=X", "sort=name")) {
            HttpResponse<String> answer = Visitors.call(port, "operator", "GET", "own:/cases?" + wrong, null);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).as(wrong).contains("\"Refusal\"").doesNotContain("could not do this");
        }
    }

    /** The list asks the database for all rows at once; what a form checks asks one by one. Both must say the same. */
    @Test
    void theListAndTheRulesKnowTheSameParts() {
        network.requested();
        network.agreed(ALONE);
        String asked = network.requested();
        network.ask(asked, "s02", "s03");
        network.plan(network.agreed(ALONE));
        jdbc.update("update referral set operator = 'nobody' where reference = ?", network.requested(ALONE));
        for (String person : List.of(
                "operator", "operator2", "coordinator", "shelter", "shelter2", "shelter3", "finance", "supervisor")) {
            Login login = new Login(person);
            CaseList.Found found =
                    list.of(login, new CaseList.Asked(null, CaseList.Show.OPEN, null, CaseList.Sort.OPENED, 0, 100));
            found.rows()
                    .forEach(row -> assertThat(row.relations())
                            .as(person + " " + row.reference())
                            .isEqualTo(relations(login, row.reference())));
        }
    }

    private Set<Relation> relations(Login person, CaseReference reference) {
        return transaction.execute(status -> access.relations(person, reference));
    }

    private String stage(String reference) throws IOException {
        return line("operator", reference).path("stage").asText();
    }

    private JsonNode line(String person, String reference) throws IOException {
        List<JsonNode> lines = lines(person, "text=" + reference);
        assertThat(lines).as(person + " sees " + reference).hasSize(1);
        return lines.get(0);
    }

    private boolean shows(String person, String query, String reference) throws IOException {
        return lines(person, query + "&text=" + reference).size() == 1;
    }

    private List<JsonNode> lines(String person, String query) throws IOException {
        HttpResponse<String> answer = Visitors.call(port, person, "GET", "own:/cases?" + query, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(JSON.readTree(answer.body()).path("cases").spliterator(), false)
                .toList();
    }
}
