package fr.acse.search;

import static fr.acse.search.OneWoman.BORN;
import static fr.acse.search.OneWoman.FIRST_NAME;
import static fr.acse.search.OneWoman.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.CaseErasure;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.door.Visitors;
import fr.acse.referral.SameWomen;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Linked cases avoid the same departments. Nobody but the coordination learns of the other case. */
@ProcessTest
class LinkedDepartmentsTest {

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

    private OneWoman her;

    @BeforeEach
    void anotherWoman() {
        her = new OneWoman(network);
    }

    @Test
    void linkedCasesAvoidTheSameDepartmentsAlsoThoseThatAreRecordedLater() {
        String first = her.opened(FIRST_NAME, BORN);
        her.assess(first, "31");
        network.withdraw(first);
        String second = her.opened(FIRST_NAME, BORN);

        her.answer(second, "same", first);

        assertThat(sameWomen.otherCasesOf(new CaseReference(second))).containsExactly(new CaseReference(first));
        assertThat(avoided(second)).isEqualTo("31");
        her.assess(second, "13");
        assertThat(avoided(first)).isEqualTo("13");
        String third = her.opened(FIRST_NAME, BORN);
        her.answer(third, "same", first, second);
        assertThat(avoided(third)).isEqualTo("13,31");
        her.assess(third, "59");
        assertThat(avoided(second)).isEqualTo("31,59");
    }

    @Test
    void theDepartmentsOfAnErasedCaseAreStillAvoidedByACaseThatIsLinkedLater() {
        int before = jdbc.queryForObject("select coalesce(max(id), 0) from same_woman", Integer.class);
        String erased = her.opened(FIRST_NAME, BORN);
        her.assess(erased, "31");
        network.withdraw(erased);
        String second = her.opened(FIRST_NAME, BORN);
        her.answer(second, "same", erased);
        her.assess(second, "13");
        erasure.erase(new CaseReference(erased), Login.SYSTEM);

        String third = her.opened(FIRST_NAME, BORN);
        her.answer(third, "same", second);

        assertThat(avoided(third)).isEqualTo("13,31");
        her.assess(third, "59");
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
        String first = her.opened("Chiamaka", BORN);
        her.assess(first, "31");
        String second = her.opened(FIRST_NAME, BORN);
        her.answer(second, "other");
        her.correct(first, "operator", FIRST_NAME, null);
        her.answer(first, "same", second);
        network.withdraw(first);
        erasure.erase(new CaseReference(first), Login.SYSTEM);

        her.assess(second, "13");

        assertThat(avoided(second)).isEqualTo("31");
    }

    @Test
    void linkedCasesAreChosenTogetherAndAskedAboutWhenTheyAreSeparated() {
        String first = her.opened(FIRST_NAME, BORN);
        String middle = her.opened(FIRST_NAME, BORN);
        her.answer(middle, "same", first);
        String third = her.opened(FIRST_NAME, BORN);
        assertThatThrownBy(() -> her.answer(third, "same", middle)).hasMessageContaining("choose both or neither");
        her.answer(third, "same", first, middle);

        assertThat(sameWomen.otherCasesOf(new CaseReference(third)))
                .containsExactlyInAnyOrder(new CaseReference(first), new CaseReference(middle));
    }

    @Test
    void casesThatWereLinkedOnlyByACaseOfAnotherWomanAreAskedAboutWhenItIsSeparated() {
        String first = her.opened(FIRST_NAME, BORN);
        String middle = network.openReferral();
        String third = her.opened(FIRST_NAME, BORN);
        transaction.executeWithoutResult(now -> {
            sameWomen.link(new CaseReference(first), List.of(new CaseReference(middle)), Login.SYSTEM);
            sameWomen.link(new CaseReference(third), List.of(new CaseReference(middle)), Login.SYSTEM);
        });

        network.startFor(middle, "undo-link", "undo-link", "coordinator");
        network.runJobs(first);

        assertThat(sameWomen.otherCasesOf(new CaseReference(first))).isEmpty();
        assertThat(her.rows(first)).contains(third);
    }

    @Test
    void nobodyButTheCoordinationLearnsThatThereIsAnotherCase() {
        String first = her.opened(FIRST_NAME, BORN);
        String alone = network.openReferral("sealed_birthDate", "1988-09-02");
        String second = her.opened(FIRST_NAME, BORN);
        assertThat(network.openTasks(second)).contains(QUESTION);

        for (String person : List.of("operator", "operator2", "shelter", "finance")) {
            assertThat(page(person, second, second)).as(person).isEqualTo(page(person, alone, alone));
            assertThat(Visitors.call(port, person, "GET", "/task?processInstanceBusinessKey=" + second, null)
                            .body())
                    .as(person)
                    .doesNotContain(QUESTION);
        }
        her.assess(first, "31");
        her.answer(second, "same", first);
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

    private String avoided(String reference) {
        return jdbc.queryForObject(
                "select linked_departments from referral where reference = ?", String.class, reference);
    }

    /** Departments of erased cases that links keep. */
    private List<String> kept(int before) {
        return jdbc.queryForList(
                "select distinct avoided from same_woman where avoided <> '' and id > ?", String.class, before);
    }

    private String page(String person, String reference, String hidden) {
        return Visitors.call(port, person, "GET", "own:/cases/" + reference, null)
                .body()
                .replace(hidden, "REFERENCE")
                .replaceAll("\"(at|since)\":\"[^\"]+\"", "")
                .replaceAll("\"task\":\"[^\"]+\"", "");
    }
}
