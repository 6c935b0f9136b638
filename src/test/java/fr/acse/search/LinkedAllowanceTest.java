package fr.acse.search;

import static fr.acse.search.OneWoman.BORN;
import static fr.acse.search.OneWoman.FIRST_NAME;
import static fr.acse.search.OneWoman.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.referral.SameWomen;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A woman with linked cases gets one allowance. */
@ProcessTest
class LinkedAllowanceTest {

    @Autowired
    Network network;

    @Autowired
    SameWomen sameWomen;

    @Autowired
    JdbcTemplate jdbc;

    private OneWoman her;

    @BeforeEach
    void anotherWoman() {
        her = new OneWoman(network);
    }

    @Test
    void twinsAreAskedAboutOnceAndEachHasHerOwnAllowance() {
        String one = her.arrived("Taiwo", BORN);
        String other = her.arrived("Kehinde", BORN);
        assertThat(her.rows(other)).contains("birth date and one name");

        her.answer(other, "other");

        assertThat(sameWomen.otherCasesOf(new CaseReference(other))).isEmpty();
        her.correct(other, "operator", null, null);
        assertThat(network.openTasks(other)).doesNotContain(QUESTION);
        network.payAllowance(one);
        network.payAllowance(other);
    }

    @Test
    void aWomanWhoseLinkedCaseWasErasedGetsNoSecondAllowance() {
        String first = her.arrived(FIRST_NAME, BORN);
        network.payAllowance(first);
        String second = her.opened("Adaese", BORN);
        her.answer(second, "same", first);
        network.leave(first, "shelter");
        // What an erasure leaves of the case.
        jdbc.update("delete from search_key where reference = ?", first);
        jdbc.update("delete from sealed_value where reference = ?", first);
        jdbc.update(
                "update case_file set wrapped_key = null, reference = ? where reference = ?",
                CaseReference.random("ERAS").value(),
                first);

        her.arrive(second);

        assertThat(network.openTasks(second)).doesNotContain("task_approveAllowance", "task_decideDouble");
        assertThat(allowances(second)).isEmpty();
    }

    @Test
    void anAllowanceThatNobodyHandedOverIsPaidInTheLinkedCaseInWhichSheIsNow() {
        String first = her.arrived(FIRST_NAME, BORN);
        network.leave(first, "shelter");
        String second = her.opened("Adaese", BORN);
        her.answer(second, "same", first);

        her.arrive(second);

        assertThat(allowances(first)).containsExactly("CANCELLED");
        network.payAllowance(second);
        assertThat(allowances(second)).containsExactly("HANDED_OVER");
    }

    @Test
    void twoAllowancesAreOneWhenTheirCasesAreLinkedLater() {
        String first = her.arrived(FIRST_NAME, BORN);
        network.leave(first, "shelter");
        String second = her.arrived("Adaese", BORN);
        assertThat(allowances(first)).containsExactly("GRANTED");
        assertThat(allowances(second)).containsExactly("GRANTED");

        her.answer(second, "same", first);

        assertThat(allowances(first)).containsExactly("CANCELLED");
        assertThat(allowances(second)).containsExactly("GRANTED");
        assertThat(network.openTasks(first)).doesNotContain("task_approveAllowance");
        network.payAllowance(second);
    }

    @Test
    void anAllowanceThatWasPaidCancelsTheOneOfALinkedCase() {
        String first = her.arrived(FIRST_NAME, BORN);
        network.payAllowance(first);
        network.leave(first, "shelter");
        String second = her.arrived("Adaese", BORN);

        her.answer(second, "same", first);

        assertThat(allowances(first)).containsExactly("HANDED_OVER");
        assertThat(allowances(second)).containsExactly("CANCELLED");
    }

    private List<String> allowances(String reference) {
        return jdbc.queryForList("select state from allowance where reference = ?", String.class, reference);
    }
}
