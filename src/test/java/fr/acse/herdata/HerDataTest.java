package fr.acse.herdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.RevealLog;
import fr.acse.platform.door.Door;
import fr.acse.retention.RetentionService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What she may ask about her data, within a month, by two readers, and with nothing of others in it. */
@ProcessTest
class HerDataTest {

    /** Everything about others that stands somewhere in the case of these tests, or in the directory. */
    private static final List<String> OF_OTHERS = List.of(
            "Bérénice",
            "Vandamme",
            "Ilunga",
            "Ndiaye-Perrin",
            "06 11 22 33 44",
            "0611223344",
            "+33 6 11 22 33 44",
            "12 rue des Ajoncs",
            "Ajoncs",
            "s01",
            "S02",
            "S 03",
            "s-04",
            "06 - 12 - 13 - 14 - 15",
            "06\u00a022\u00a033\u00a044\u00a055",
            "Lukasz",
            "Oeuvrard",
            "Be\u0301re\u0301nice",
            "Li ",
            "marie dupont",
            "anna@refuge.example");

    private static final String NOTE =
            "She trusts Bérénice VANDAMME and M. Ilunga; Ndiaye-Perrin calls 06 11 22 33 44 or 0611223344,"
                    + " abroad +33 6 11 22 33 44, writes to anna@refuge.example. Lives at 12 rue des Ajoncs, Quimper, in s01 (not S02)."
                    + " S 03 and s-04 know it; 06 - 12 - 13 - 14 - 15, 06\u00a022\u00a033\u00a044\u00a055. Lukasz, Oeuvrard and Be\u0301re\u0301nice,"
                    + " Li and marie dupont came. She is afraid of dogs.";

    @Autowired
    Network network;

    @Autowired
    RetentionService retention;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RevealLog reveals;

    @LocalServerPort
    int port;

    @Test
    void aCopyHoldsHersAndNothingOfOthers() throws Exception {
        String reference = asked();
        network.complete(reference, "task_prepareCopy", "coordinator", "sealed_strike", "Quimper");

        String json = copy("coordinator", reference, "json").body();
        String pdf = pdf("coordinator", reference);

        for (String text : List.of(json, pdf)) {
            assertThat(text)
                    .contains("Łucja", "Ąbramowicz", "She is afraid of dogs")
                    .doesNotContain(OF_OTHERS)
                    .doesNotContainIgnoringCase("Vandamme")
                    .doesNotContain("Quimper");
        }
        assertThat(shelterWords()).isNotEmpty();
        assertThat(json).doesNotContain(shelterWords());
        assertThat(json).contains("afraid of dogs").contains("favourable");
    }

    @Test
    void theSecondReaderIsAnotherOneAndHerAssociationHasItOnlyThen() throws Exception {
        String reference = asked();
        assertThat(copy("operator", reference, "json").statusCode()).isEqualTo(400);
        network.complete(reference, "task_prepareCopy", "coordinator");
        assertThatThrownBy(() -> network.complete(reference, "task_readCopy", "coordinator"))
                .hasMessageContaining("second person");

        network.complete(
                reference,
                "task_readCopy",
                "coordinator2",
                "copyAnswer",
                "toClean",
                "sealed_copyNote",
                "The word Quimper");
        assertThat(network.seen(reference, "task_prepareCopy", "coordinator", "sealed_copyNote"))
                .isEqualTo("The word Quimper");
        network.complete(reference, "task_prepareCopy", "coordinator", "sealed_strike", "quimper");
        assertThat(copy("operator", reference, "json").statusCode()).isEqualTo(400);
        network.complete(reference, "task_readCopy", "coordinator2");
        network.complete(
                reference, "task_planJourney", "operator", "sealed_escortName", "Noted after the second reader");

        assertThat(copy("operator", reference, "json").statusCode()).isEqualTo(200);
        for (String other : List.of("operator2", "shelter", "finance", "supervisor", "admin")) {
            assertThat(copy(other, reference, "json").statusCode()).as(other).isIn(400, 403);
        }
        network.complete(reference, "task_handOverCopy", "operator");
        assertThat(copy("operator", reference, "json").statusCode())
                .as("once she has it")
                .isEqualTo(400);
        assertThat(answer(reference)).isEqualTo("onPaper");
    }

    @Test
    void eachLookAtTheCopyIsInTheRevealLog() throws Exception {
        String reference = asked();
        network.complete(reference, "task_prepareCopy", "coordinator2");
        int before = reveals(reference);

        copy("coordinator", reference, "json");

        assertThat(reveals(reference)).isGreaterThan(before);
        assertThat(reveals.of(reference))
                .anyMatch(each -> each.person().value().equals("coordinator")
                        && each.task().equals("copy"));
    }

    @Test
    void theMonthIsWatched() {
        String reference = asked();
        network.pass(reference, Duration.ofDays(20));
        assertThat(told(reference, "HER_REQUEST_SOON")).isEmpty();

        network.pass(reference, Duration.ofDays(5));
        assertThat(told(reference, "HER_REQUEST_SOON")).containsExactly("coordination");
        network.pass(reference, Duration.ofDays(8));
        assertThat(told(reference, "HER_REQUEST_LATE")).contains("coordination", "supervisors");
        assertThat(network.openTasks(reference)).as("still owed").contains("task_prepareCopy");
    }

    @Test
    void aRestrictionKeepsHerFileFromErasureAndAnObjectionBringsItForward() {
        String kept = closed();
        String gone = closed();
        ask(gone, "objection");
        network.complete(gone, "task_decideHerRequest", "coordinator");
        assertThat(toErase()).contains(gone).doesNotContain(kept);

        ask(gone, "restriction");
        network.complete(gone, "task_decideHerRequest", "coordinator");
        assertThat(toErase()).doesNotContain(gone);
        ask(gone, "restriction");
        network.complete(gone, "task_decideHerRequest", "coordinator", "herAnswer", "refused");
        assertThat(toErase()).as("the restriction is over").contains(gone);
    }

    @Test
    void aCorrectionIsAnsweredWithReasons() {
        String reference = network.arrived("childrenCount", 0, "babyCount", 0);
        ask(reference, "rectification");
        assertThat(network.seen(reference, "task_decideHerRequest", "coordinator", "rightKind"))
                .isEqualTo("rectification");

        network.complete(reference, "task_decideHerRequest", "coordinator", "herAnswer", "partly");

        assertThat(answer(reference)).isEqualTo("partly");
    }

    @Test
    void sheAsksForOneThingAtATimeAndNotTomorrow() {
        String reference = asked();

        assertThatThrownBy(() -> ask(reference, "access")).hasMessageContaining("She has asked for this already");
        assertThatThrownBy(() -> network.start(
                        "her-request",
                        "record-her-request",
                        "operator",
                        "caseReference",
                        reference,
                        "rightKind",
                        "objection",
                        "askedOn",
                        network.today().plusDays(1).toString()))
                .hasMessageContaining("Day on which she asked");
        assertThatThrownBy(() ->
                        network.start("her-request", "record-her-request", "operator2", "caseReference", reference))
                .isNotNull();
    }

    private String asked() {
        String reference = network.openReferral(
                "sealed_firstName",
                "Łucja",
                "sealed_lastName",
                "Ąbramowicz",
                "sealed_safeContact",
                "Through Bérénice Vandamme, 06 11 22 33 44");
        network.complete(
                reference,
                "task_assessSituation",
                "operator",
                "sealed_situation",
                NOTE,
                "guardian",
                "mustNotKnow",
                "sealed_guardian",
                "Mr Ilunga");
        network.complete(
                reference,
                "task_recordCommitment",
                "operator",
                "sealed_interpreterName",
                "Ndiaye-Perrin, agency of the harbour",
                "commitmentManner",
                "spoken",
                "sealed_witnesses",
                "marie dupont");
        network.complete(reference, "task_submitRequest", "operator", "sealed_functionalNeeds", "No stairs.");
        network.propose(reference);
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");
        network.complete(reference, "task_confirmAgreement", "shelter");
        network.complete(
                reference,
                "task_holdInterview",
                "shelter",
                "sealed_interviewers",
                "Bérénice Vandamme, Łukasz Œuvrard, Li",
                "sealed_personalPlan",
                "To learn French. " + NOTE);
        ask(reference, "access");
        return reference;
    }

    private void ask(String reference, String kind) {
        network.start("her-request", "record-her-request", "operator", "caseReference", reference, "rightKind", kind);
    }

    private String closed() {
        String reference = network.openReferral();
        network.complete(reference, "task_assessSituation", "operator", "ageAssessment", "minor");
        network.complete(reference, "task_handOverToProtection", "coordinator");
        assertThat(network.isClosed(reference)).isTrue();
        return reference;
    }

    private List<String> toErase() {
        return transaction.execute(status -> {
            retention.announce();
            return retention.announced().stream()
                    .map(each -> each.reference().value())
                    .toList();
        });
    }

    private HttpResponse<String> copy(String person, String reference, String format) {
        return Door.web(port, person).call("GET", "own:/copy-" + format + "/" + reference, null);
    }

    private String pdf(String person, String reference) throws Exception {
        byte[] file = Door.web(port, person).bytes("own:/copy-pdf/" + reference);
        try (PdfReader reader = new PdfReader(file)) {
            PdfTextExtractor text = new PdfTextExtractor(reader);
            StringBuilder all = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                all.append(text.getTextFromPage(page)).append('\n');
            }
            return all.toString().replaceAll("\\s+", " ");
        }
    }

    /** The codes of all shelters, as they could stand in a text. */
    private List<String> shelterWords() {
        return jdbc.queryForList("select code from shelter", String.class).stream()
                .flatMap(code -> Stream.of("\"" + code + "\"", " " + code + " "))
                .toList();
    }

    private int reveals(String reference) {
        return reveals.of(reference).size();
    }

    private String answer(String reference) {
        return jdbc.queryForObject("select answer from data_request where reference = ?", String.class, reference);
    }

    private List<String> told(String reference, String event) {
        return jdbc.queryForList(
                "select distinct group_name from notice where reference = ? and event = ? order by 1",
                String.class,
                reference,
                event);
    }
}
