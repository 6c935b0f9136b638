package fr.acse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.CaseErasure;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.door.Visitors;
import fr.acse.referral.SameWomen;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The coordination is asked whether two cases are of the same woman, before shelters are chosen. Nobody else learns of the other case. */
@ProcessTest
class SameWomanTest {

    private static final String QUESTION = "task_compareCases";
    private static final String FIRST_NAME = "Adaeze";
    private static final String BORN = "1996-04-15";

    @Autowired
    Network network;

    @Autowired
    SameWomen sameWomen;

    @Autowired
    CaseErasure erasure;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private String lastName;

    /** First names of one test begin alike, so that no other test has the same name and birth date. */
    private String family;

    @BeforeEach
    void aNameOfItsOwn() {
        lastName = letters();
        family = letters();
    }

    @Test
    void anOpenCaseOfTheSameAssociationAndOneOfAnotherRaiseTheQuestion() {
        String first = opened(FIRST_NAME, BORN);
        String second = opened(FIRST_NAME, BORN);
        assertThat(rows(second)).contains(first).contains("name and birth date").contains("open");

        String third = network.openByTelephone("bridge");
        correct(third, "operator2", FIRST_NAME, lastName);
        assertThat(rows(third)).contains(first, second);
    }

    @Test
    void aClosedCaseRaisesItAndAnErasedOneDoesNot() {
        String first = opened(FIRST_NAME, BORN);
        network.withdraw(first);
        assertThat(rows(opened(FIRST_NAME, BORN))).contains(first).contains("closed");

        aNameOfItsOwn();
        String erased = opened(FIRST_NAME, BORN);
        network.withdraw(erased);
        erasure.erase(new CaseReference(erased), Login.SYSTEM);
        assertThat(network.openTasks(opened(FIRST_NAME, BORN))).doesNotContain(QUESTION);
    }

    @ParameterizedTest
    @CsvSource({
        "Adaeze,1996-04-15, true",
        "Adaese,1996-04-15, true",
        "Adaeze,,           true",
        "Adaeze,1996-04-16, true",
        "Chiamaka,1996-04-15, true",
        "Adaeze,1988-09-02, false",
        "Chiamaka,1988-09-02, false",
        "Chiamaka,,           false"
    })
    void theNameAndTheBirthDateDecide(String firstName, String born, boolean asked) {
        opened(FIRST_NAME, BORN);
        assertThat(network.openTasks(opened(firstName, born)).contains(QUESTION))
                .isEqualTo(asked);
    }

    @Test
    void aFirstOfJanuaryIsNoBirthDayThatTellsWomenApart() {
        opened(FIRST_NAME, "1996-01-01");
        assertThat(network.openTasks(opened("Chiamaka", "1996-01-01"))).doesNotContain(QUESTION);
        assertThat(network.openTasks(opened(FIRST_NAME, "1996-01-01"))).contains(QUESTION);
    }

    @ParameterizedTest
    @CsvSource({"1996-01-01, 1996-04-15", "1988-01-01, 1996-04-15", "1988-01-01, 1996-01-01"})
    void aFirstOfJanuaryThatIsOnlyWrittenDownHidesNobody(String registered, String told) {
        String first = opened(FIRST_NAME, registered);
        assertThat(rows(opened(FIRST_NAME, told))).contains(first);
    }

    @Test
    void oneWordThatStandsForBothNamesIsNoWholeName() {
        String word = letters();
        for (int times = 0; times < 2; times++) {
            String reference = network.openReferral("sealed_firstName", word, "sealed_lastName", word);
            assertThat(network.openTasks(reference)).doesNotContain(QUESTION);
        }
    }

    @Test
    void linkedCasesAvoidTheSameDepartmentsAlsoThoseThatAreRecordedLater() {
        String first = opened(FIRST_NAME, BORN);
        assess(first, "31");
        network.withdraw(first);
        String second = opened(FIRST_NAME, BORN);

        answer(second, "same", first);

        assertThat(sameWomen.otherCasesOf(new CaseReference(second))).containsExactly(new CaseReference(first));
        assertThat(avoided(second)).isEqualTo("31");
        assess(second, "13");
        assertThat(avoided(first)).isEqualTo("13");
        String third = opened(FIRST_NAME, BORN);
        answer(third, "same", first, second);
        assertThat(avoided(third)).isEqualTo("13,31");
        assess(third, "59");
        assertThat(avoided(second)).isEqualTo("31,59");
    }

    @Test
    void theDepartmentsOfAnErasedCaseAreStillAvoidedByACaseThatIsLinkedLater() {
        int before = jdbc.queryForObject("select coalesce(max(id), 0) from same_woman", Integer.class);
        String erased = opened(FIRST_NAME, BORN);
        assess(erased, "31");
        network.withdraw(erased);
        String second = opened(FIRST_NAME, BORN);
        answer(second, "same", erased);
        assess(second, "13");
        erasure.erase(new CaseReference(erased), Login.SYSTEM);

        String third = opened(FIRST_NAME, BORN);
        answer(third, "same", second);

        assertThat(avoided(third)).isEqualTo("13,31");
        assess(third, "59");
        assertThat(avoided(second)).isEqualTo("31,59");
        network.withdraw(second);
        network.withdraw(third);
        erasure.erase(new CaseReference(second), Login.SYSTEM);
        assertThat(kept(before)).contains("13,31");
        erasure.erase(new CaseReference(third), Login.SYSTEM);
        assertThat(kept(before)).isEmpty();
    }

    @Test
    void aQuestionThatWasAnsweredInTheEarlierCaseKeepsItsDepartmentsWhenItIsErased() {
        String first = opened("Chiamaka", BORN);
        assess(first, "31");
        String second = opened(FIRST_NAME, BORN);
        answer(second, "other");
        correct(first, "operator", FIRST_NAME, null);
        answer(first, "same", second);
        network.withdraw(first);
        erasure.erase(new CaseReference(first), Login.SYSTEM);

        assess(second, "13");

        assertThat(avoided(second)).isEqualTo("31");
    }

    @Test
    void aCaseThatWasOpenedAfterTheQuestionIsNotDecidedWithIt() {
        String first = opened(FIRST_NAME, BORN);
        String second = opened(FIRST_NAME, BORN);
        String third = opened(FIRST_NAME, BORN);
        assertThat(rows(second)).contains(first).doesNotContain(third);

        answer(second, "other");

        assertThat(rows(second)).contains(third).doesNotContain(first);
        assertThat(rows(third)).contains(first, second);
        answer(third, "same", second);
        assertThat(network.openTasks(second)).doesNotContain(QUESTION);
        assertThat(sameWomen.otherCasesOf(new CaseReference(second))).containsExactly(new CaseReference(third));
    }

    @Test
    void linkedCasesAreChosenTogetherAndAskedAboutWhenTheyAreSeparated() {
        String first = opened(FIRST_NAME, BORN);
        String middle = opened(FIRST_NAME, BORN);
        answer(middle, "same", first);
        String third = opened(FIRST_NAME, BORN);
        assertThatThrownBy(() -> answer(third, "same", middle)).hasMessageContaining("choose both or neither");
        answer(third, "same", first, middle);

        assertThat(sameWomen.otherCasesOf(new CaseReference(third)))
                .containsExactlyInAnyOrder(new CaseReference(first), new CaseReference(middle));
    }

    @Test
    void casesThatWereLinkedOnlyByACaseOfAnotherWomanAreAskedAboutWhenItIsSeparated() {
        String first = opened(FIRST_NAME, BORN);
        String middle = network.openReferral();
        String third = opened(FIRST_NAME, BORN);
        transaction.executeWithoutResult(now -> {
            sameWomen.link(new CaseReference(first), List.of(new CaseReference(middle)), Login.SYSTEM);
            sameWomen.link(new CaseReference(third), List.of(new CaseReference(middle)), Login.SYSTEM);
        });

        network.startFor(middle, "undo-link", "undo-link", "coordinator");
        network.runJobs(first);

        assertThat(sameWomen.otherCasesOf(new CaseReference(first))).isEmpty();
        assertThat(rows(first)).contains(third);
    }

    @Test
    void twinsAreAskedAboutOnceAndEachHasHerOwnAllowance() {
        String one = arrived("Taiwo", BORN);
        String other = arrived("Kehinde", BORN);
        assertThat(rows(other)).contains("birth date and one name");

        answer(other, "other");

        assertThat(sameWomen.otherCasesOf(new CaseReference(other))).isEmpty();
        correct(other, "operator", null, null);
        assertThat(network.openTasks(other)).doesNotContain(QUESTION);
        network.payAllowance(one);
        network.payAllowance(other);
    }

    @Test
    void aCorrectedNameIsAskedAboutAgain() {
        String first = opened(FIRST_NAME, BORN);
        String second = opened("Chiamaka", BORN);
        answer(second, "other");

        correct(second, "operator", FIRST_NAME, null);

        assertThat(rows(second)).contains(first);
    }

    @Test
    void whoIsUnsureIsAskedAgainAfterThreeDays() {
        opened(FIRST_NAME, BORN);
        String second = opened(FIRST_NAME, BORN);
        answer(second, "unsure");
        assertThat(network.openTasks(second)).doesNotContain(QUESTION);

        network.pass(second, Duration.ofDays(3));

        assertThat(network.openTasks(second)).contains(QUESTION);
    }

    @Test
    void onlyCasesThatAreAskedAboutAreLinkedAndOneMustBeChosen() {
        String first = opened(FIRST_NAME, BORN);
        String second = opened(FIRST_NAME, BORN);
        String stranger = network.openReferral();

        assertThatThrownBy(() -> answer(second, "same", stranger)).isNotNull();
        assertThatThrownBy(() -> answer(second, "same", "")).isNotNull();
        assertThat(sameWomen.otherCasesOf(new CaseReference(second))).isEmpty();
        answer(second, "same", first);
    }

    @Test
    void theQuestionOfTheOtherCaseEndsWhenNothingIsLeftToCompare() {
        String first = opened("Chiamaka", BORN);
        String second = opened(FIRST_NAME, BORN);
        correct(first, "operator", FIRST_NAME, null);
        assertThat(network.openTasks(first)).contains(QUESTION);

        answer(second, "same", first);

        assertThat(network.openTasks(first)).doesNotContain(QUESTION);
    }

    @Test
    void theQuestionEndsWithTheCase() {
        opened(FIRST_NAME, BORN);
        String second = opened(FIRST_NAME, BORN);
        network.withdraw(second);
        assertThat(network.isClosed(second)).isTrue();
    }

    @Test
    void nobodyButTheCoordinationLearnsThatThereIsAnotherCase() {
        String first = opened(FIRST_NAME, BORN);
        String alone = network.openReferral("sealed_birthDate", "1988-09-02");
        String second = opened(FIRST_NAME, BORN);
        assertThat(network.openTasks(second)).contains(QUESTION);

        for (String person : List.of("operator", "operator2", "shelter", "finance")) {
            assertThat(page(person, second, second)).as(person).isEqualTo(page(person, alone, alone));
            assertThat(Visitors.call(port, person, "GET", "/task?processInstanceBusinessKey=" + second, null)
                            .body())
                    .as(person)
                    .doesNotContain(QUESTION);
        }
        assess(first, "31");
        answer(second, "same", first);
        assertThat(page("operator", second, second)).isEqualTo(page("operator", alone, alone));
        String task = network.task(second, "task_assessSituation").getId();
        assertThat(avoided(second)).isEqualTo("31");
        for (String path : List.of("own:/cards?ids=" + task, "own:/tasks/" + task + "/heading")) {
            assertThat(Visitors.call(port, "operator", "GET", path, null).body())
                    .doesNotContain("Haute-Garonne");
            assertThat(Visitors.call(port, "operator", "GET", path, null).statusCode())
                    .isEqualTo(200);
        }
        assertThat(page("coordinator", second, second)).contains(first);
    }

    @Test
    void aWomanWhoseLinkedCaseWasErasedGetsNoSecondAllowance() {
        String first = arrived(FIRST_NAME, BORN);
        network.payAllowance(first);
        String second = opened("Adaese", BORN);
        answer(second, "same", first);
        network.leave(first, "shelter");
        // What an erasure leaves of the case.
        jdbc.update("delete from search_key where reference = ?", first);
        jdbc.update("delete from sealed_value where reference = ?", first);
        jdbc.update(
                "update case_file set wrapped_key = null, reference = ? where reference = ?",
                CaseReference.random("ERAS").value(),
                first);

        arrive(second);

        assertThat(network.openTasks(second)).doesNotContain("task_approveAllowance", "task_decideDouble");
        assertThat(allowances(second)).isEmpty();
    }

    @Test
    void anAllowanceThatNobodyHandedOverIsPaidInTheLinkedCaseInWhichSheIsNow() {
        String first = arrived(FIRST_NAME, BORN);
        network.leave(first, "shelter");
        String second = opened("Adaese", BORN);
        answer(second, "same", first);

        arrive(second);

        assertThat(allowances(first)).containsExactly("CANCELLED");
        network.payAllowance(second);
        assertThat(allowances(second)).containsExactly("HANDED_OVER");
    }

    @Test
    void twoAllowancesAreOneWhenTheirCasesAreLinkedLater() {
        String first = arrived(FIRST_NAME, BORN);
        network.leave(first, "shelter");
        String second = arrived("Adaese", BORN);
        assertThat(allowances(first)).containsExactly("GRANTED");
        assertThat(allowances(second)).containsExactly("GRANTED");

        answer(second, "same", first);

        assertThat(allowances(first)).containsExactly("CANCELLED");
        assertThat(allowances(second)).containsExactly("GRANTED");
        assertThat(network.openTasks(first)).doesNotContain("task_approveAllowance");
        network.payAllowance(second);
    }

    @Test
    void anAllowanceThatWasPaidCancelsTheOneOfALinkedCase() {
        String first = arrived(FIRST_NAME, BORN);
        network.payAllowance(first);
        network.leave(first, "shelter");
        String second = arrived("Adaese", BORN);

        answer(second, "same", first);

        assertThat(allowances(first)).containsExactly("HANDED_OVER");
        assertThat(allowances(second)).containsExactly("CANCELLED");
    }

    private static String letters() {
        return new SecureRandom()
                .ints(8, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void answer(String reference, String how, String... cases) {
        String chosen = cases.length == 0 ? null : "[\"" + String.join("\",\"", cases) + "\"]";
        network.complete(reference, QUESTION, "coordinator", "sameWoman", how, "sameCases", chosen);
        network.runJobs(reference);
    }

    /** Corrects the names that are not null, and her language. */
    private void correct(String reference, String person, String firstName, String corrected) {
        network.startFor(
                reference,
                "correct-case",
                "correct-case",
                person,
                "sealed_firstName",
                firstName == null ? null : family + firstName,
                "sealed_lastName",
                corrected,
                "sealed_safeContact",
                null,
                "sealed_functionalNeeds",
                "A quiet room");
        network.runJobs(reference);
    }

    private String rows(String reference) {
        return network.shown(network.task(reference, QUESTION), "coordinator", "similarCases");
    }

    private String page(String person, String reference, String hidden) {
        return Visitors.call(port, person, "GET", "own:/cases/" + reference, null)
                .body()
                .replace(hidden, "REFERENCE")
                .replaceAll("\"(at|since)\":\"[^\"]+\"", "")
                .replaceAll("\"task\":\"[^\"]+\"", "");
    }

    private String opened(String firstName, String born) {
        return network.openReferral(
                "sealed_firstName", family + firstName, "sealed_lastName", lastName, "sealed_birthDate", born);
    }

    private String arrived(String firstName, String born) {
        String reference = opened(firstName, born);
        arrive(reference);
        return reference;
    }

    private void arrive(String reference) {
        network.complete(reference, "task_assessSituation", "operator", "childrenCount", 0, "babyCount", 0);
        network.complete(reference, "task_recordCommitment", "operator");
        network.complete(reference, "task_submitRequest", "operator");
        network.propose(reference);
        network.agree(reference, "shelter");
        network.travel(reference, "shelter");
    }

    private void assess(String reference, String department) {
        network.complete(
                reference,
                "task_assessSituation",
                "operator",
                "childrenCount",
                0,
                "babyCount",
                0,
                "dangerDepartment",
                department);
    }

    private String avoided(String reference) {
        return jdbc.queryForObject(
                "select linked_departments from referral where reference = ?", String.class, reference);
    }

    /** Departments of erased cases that links keep. */
    private List<String> kept(int before) {
        return jdbc.queryForList(
                "select distinct avoided from same_woman where avoided <> '' and id > ?", String.class, before);
    }

    private List<String> allowances(String reference) {
        return jdbc.queryForList("select state from allowance where reference = ?", String.class, reference);
    }
}
