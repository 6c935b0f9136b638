package fr.acse.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartReportTest {

    @TempDir
    Path folder;

    @BeforeEach
    void askForFourOfFive() {
        System.setProperty("acse.noticed", "80");
    }

    @AfterEach
    void askForNothing() {
        System.clearProperty("acse.noticed");
    }

    @Test
    void aPartWithoutReportsWasNotRun() throws IOException {
        assertThat(PartReport.read("rules", folder).isThere()).isFalse();
    }

    @Test
    void aTestThatFailedAndOneThatWasLeftOutAreNamed() throws IOException {
        report("""
                <testsuite name="fr.acse.MoneyTest" time="1.5">
                  <testcase classname="fr.acse.MoneyTest" name="isCounted"/>
                  <testcase classname="fr.acse.MoneyTest" name="isPaid"><failure>Not paid</failure></testcase>
                  <testcase classname="fr.acse.MoneyTest" name="isSeen"><skipped message="No Chromium"/></testcase>
                </testsuite>""");

        PartReport part = PartReport.read("rules", folder);

        assertThat(part.tests()).isEqualTo(3);
        assertThat(part.failures()).singleElement().asString().contains("fr.acse.MoneyTest.isPaid", "Not paid");
        assertThat(part.skipped()).containsExactly("fr.acse.MoneyTest.isSeen: No Chromium");
    }

    @Test
    void aPartThatWasInterruptedHasFailed() throws IOException {
        report("<testsuite name=\"fr.acse.MoneyTest\" time=\"1\"><testcase classname=\"a\" name=\"b\"/></testsuite>");

        PartReport part =
                PartReport.read("rules", folder).judged(List.of("fr.acse.MoneyTest", "fr.acse.PlacesTest"), "1a2b");

        assertThat(part.failures())
                .containsExactly(
                        "rules was interrupted", "fr.acse.PlacesTest has no report: it did not run to its end");
    }

    @Test
    void aClassWhoseReportHasNoTestDidNotRun() throws IOException {
        report("<testsuite name=\"fr.acse.MoneyTest\" time=\"1\"></testsuite>");
        Files.writeString(folder.resolve("commit.txt"), "1a2b");

        assertThat(PartReport.read("browser", folder)
                        .judged(List.of("fr.acse.MoneyTest"), "1a2b")
                        .failures())
                .singleElement()
                .asString()
                .startsWith("fr.acse.MoneyTest has no report");
    }

    @Test
    void aPartOfAnotherCommitHasFailed() throws IOException {
        mutants("KILLED");
        Files.writeString(folder.resolve("commit.txt"), "1a2b");

        assertThat(PartReport.read("mutation", folder).judged(List.of(), "3c4d").failures())
                .containsExactly("mutation was run at commit 1a2b, not at 3c4d");
    }

    @Test
    void changedRulesThatTooFewTestsNoticeAreAFailure() throws IOException {
        mutants("KILLED", "KILLED", "KILLED", "SURVIVED");
        assertThat(PartReport.read("mutation", folder).failures())
                .containsExactly("Tests notice only 75 of 100 changed rules");

        mutants("KILLED", "KILLED", "KILLED", "TIMED_OUT", "NO_COVERAGE");
        assertThat(PartReport.read("mutation", folder).failures()).isEmpty();
    }

    private void report(String text) throws IOException {
        Files.writeString(folder.resolve("TEST-fr.acse.MoneyTest.xml"), text);
    }

    private void mutants(String... found) throws IOException {
        Files.write(
                folder.resolve("mutations.csv"),
                List.of(found).stream()
                        .map(status -> "Allowance.java,fr.acse.payment.Allowance,Math,amount,12," + status + ",test")
                        .toList());
    }
}
