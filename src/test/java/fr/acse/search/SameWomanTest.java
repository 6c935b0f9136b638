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
import fr.acse.referral.SameWomen;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The coordination is asked whether two cases are of the same woman, before shelters are chosen. */
@ProcessTest
class SameWomanTest {

    @Autowired
    Network network;

    @Autowired
    SameWomen sameWomen;

    @Autowired
    CaseErasure erasure;

    private OneWoman her;

    @BeforeEach
    void anotherWoman() {
        her = new OneWoman(network);
    }

    @Test
    void anOpenCaseOfTheSameAssociationAndOneOfAnotherRaiseTheQuestion() {
        String first = her.opened(FIRST_NAME, BORN);
        String second = her.opened(FIRST_NAME, BORN);
        assertThat(her.rows(second))
                .contains(first)
                .contains("name and birth date")
                .contains("open");

        String third = network.openByTelephone("bridge");
        her.correct(third, "operator2", FIRST_NAME, her.lastName);
        assertThat(her.rows(third)).contains(first, second);
    }

    @Test
    void aClosedCaseRaisesItAndAnErasedOneDoesNot() {
        String first = her.opened(FIRST_NAME, BORN);
        network.withdraw(first);
        assertThat(her.rows(her.opened(FIRST_NAME, BORN))).contains(first).contains("closed");

        her = new OneWoman(network);
        String erased = her.opened(FIRST_NAME, BORN);
        network.withdraw(erased);
        erasure.erase(new CaseReference(erased), Login.SYSTEM);
        assertThat(network.openTasks(her.opened(FIRST_NAME, BORN))).doesNotContain(QUESTION);
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
        her.opened(FIRST_NAME, BORN);
        assertThat(network.openTasks(her.opened(firstName, born)).contains(QUESTION))
                .isEqualTo(asked);
    }

    @Test
    void aFirstOfJanuaryIsNoBirthDayThatTellsWomenApart() {
        her.opened(FIRST_NAME, "1996-01-01");
        assertThat(network.openTasks(her.opened("Chiamaka", "1996-01-01"))).doesNotContain(QUESTION);
        assertThat(network.openTasks(her.opened(FIRST_NAME, "1996-01-01"))).contains(QUESTION);
    }

    @ParameterizedTest
    @CsvSource({"1996-01-01, 1996-04-15", "1988-01-01, 1996-04-15", "1988-01-01, 1996-01-01"})
    void aFirstOfJanuaryThatIsOnlyWrittenDownHidesNobody(String registered, String told) {
        String first = her.opened(FIRST_NAME, registered);
        assertThat(her.rows(her.opened(FIRST_NAME, told))).contains(first);
    }

    @Test
    void oneWordThatStandsForBothNamesIsNoWholeName() {
        String word = OneWoman.letters();
        for (int times = 0; times < 2; times++) {
            String reference = network.openReferral("sealed_firstName", word, "sealed_lastName", word);
            assertThat(network.openTasks(reference)).doesNotContain(QUESTION);
        }
    }

    @Test
    void aCaseThatWasOpenedAfterTheQuestionIsNotDecidedWithIt() {
        String first = her.opened(FIRST_NAME, BORN);
        String second = her.opened(FIRST_NAME, BORN);
        String third = her.opened(FIRST_NAME, BORN);
        assertThat(her.rows(second)).contains(first).doesNotContain(third);

        her.answer(second, "other");

        assertThat(her.rows(second)).contains(third).doesNotContain(first);
        assertThat(her.rows(third)).contains(first, second);
        her.answer(third, "same", second);
        assertThat(network.openTasks(second)).doesNotContain(QUESTION);
        assertThat(sameWomen.otherCasesOf(new CaseReference(second))).containsExactly(new CaseReference(third));
    }

    @Test
    void aCorrectedNameIsAskedAboutAgain() {
        String first = her.opened(FIRST_NAME, BORN);
        String second = her.opened("Chiamaka", BORN);
        her.answer(second, "other");

        her.correct(second, "operator", FIRST_NAME, null);

        assertThat(her.rows(second)).contains(first);
    }

    @Test
    void whoIsUnsureIsAskedAgainAfterThreeDays() {
        her.opened(FIRST_NAME, BORN);
        String second = her.opened(FIRST_NAME, BORN);
        her.answer(second, "unsure");
        assertThat(network.openTasks(second)).doesNotContain(QUESTION);

        network.pass(second, Duration.ofDays(3));

        assertThat(network.openTasks(second)).contains(QUESTION);
    }

    @Test
    void onlyCasesThatAreAskedAboutAreLinkedAndOneMustBeChosen() {
        String first = her.opened(FIRST_NAME, BORN);
        String second = her.opened(FIRST_NAME, BORN);
        String stranger = network.openReferral();

        assertThatThrownBy(() -> her.answer(second, "same", stranger)).isNotNull();
        assertThatThrownBy(() -> her.answer(second, "same", "")).isNotNull();
        assertThat(sameWomen.otherCasesOf(new CaseReference(second))).isEmpty();
        her.answer(second, "same", first);
    }

    @Test
    void theQuestionOfTheOtherCaseEndsWhenNothingIsLeftToCompare() {
        String first = her.opened("Chiamaka", BORN);
        String second = her.opened(FIRST_NAME, BORN);
        her.correct(first, "operator", FIRST_NAME, null);
        assertThat(network.openTasks(first)).contains(QUESTION);

        her.answer(second, "same", first);

        assertThat(network.openTasks(first)).doesNotContain(QUESTION);
    }

    @Test
    void theQuestionEndsWithTheCase() {
        her.opened(FIRST_NAME, BORN);
        String second = her.opened(FIRST_NAME, BORN);
        network.withdraw(second);
        assertThat(network.isClosed(second)).isTrue();
    }
}
