package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.FormAnswers;
import fr.acse.codes.SepaText;
import fr.acse.words.Refusal;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** The file for the bank, and the bank's answer. */
class PaymentFileTest {

    /** As the library has it, read apart from the code that is tested. */
    private static final Schema SCHEMA = schema();

    private static final Debtor DEBTOR = new Debtor("Coordination Ac.Sé", "FR7630006000011234567890189", "AGRIFRPP");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Élodie Ğüneş-Öztürk & Associés",
                "جمعية الأمل",
                "Общество помощи",
                "x",
                "Une association dont le nom est si long qu’aucune banque ne le prendrait tel quel, puisqu’il a plus de cent vingt signes"
            })
    void isWhatTheSchemaAsksForWhateverThePayeeIsCalled(String payee) {
        String xml = file(payee).xml();

        assertThat(xml).contains("<EndToEndId>abc</EndToEndId>", "Ccy=\"EUR\">185.50<", "<CtrlSum>185.50</CtrlSum>");
        assertThatCode(() -> SCHEMA.newValidator().validate(new StreamSource(new StringReader(xml))))
                .doesNotThrowAnyException();
        String name = xml.replaceAll("(?s).*<Cdtr><Nm>([^<]*)</Nm>.*", "$1");
        assertThat(name).matches("[A-Za-z0-9/?:().,'+ -]{1,70}");
    }

    @Test
    void isTheSameToTheByteWheneverItIsWritten() {
        assertThat(file("Harbour").xml()).isEqualTo(file("Harbour").xml());
    }

    @ParameterizedTest
    @CsvSource({
        "Ğüneş Öztürk, Gunes Ozturk",
        "Ac.Sé & Co, Ac.Se Co",
        "  //Nom//  , Nom",
        "L’Étoile, L'Etoile",
        "İstanbul Şişli, Istanbul Sisli"
    })
    void namesAreWrittenInTheSignsThatBanksTake(String name, String taken) {
        assertThat(SepaText.of(name, SepaText.NAME)).isEqualTo(taken);
    }

    @Test
    void arabicNamesAreWrittenInLatinLetters() {
        assertThat(SepaText.of("جمعية الأمل", SepaText.NAME))
                .matches("[A-Za-z' ]+")
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "FR76 3000 6000 0112 3456 7890 189, true",
        "DE89370400440532013000, true",
        "TR330006100519786457841326, false",
        "SA0380000000608010167519, false"
    })
    void transfersGoToCountriesOfTheSepaAreaOnly(String iban, boolean taken) {
        assertThat(SepaText.isOfItsCountries(iban)).isEqualTo(taken);
    }

    @ParameterizedTest(name = "asked for {0}: {1}")
    @CsvSource({
        "2026-11-27, 2026-11-27",
        "2026-11-28, 2026-11-30",
        "2026-12-25, 2026-12-28",
        "2027-01-01, 2027-01-04",
        "2027-03-26, 2027-03-30",
        "2027-05-01, 2027-05-03"
    })
    void banksWorkByTheTargetCalendar(LocalDate asked, LocalDate paid) {
        assertThat(BankDays.from(asked)).isEqualTo(paid);
    }

    @ParameterizedTest
    @CsvSource({"AC04, accountClosed", "AC01, accountWrong", "AC06, accountBlocked", "MS03, noReason", "AM09, other"})
    void aReasonOfTheBankBecomesOneOfOurWords(String code, String word) {
        StatusReport report = StatusReport.read(Status.report(
                "RUN-1",
                "<GrpSts>PART</GrpSts>",
                Status.payment("abc", "RJCT", code) + Status.payment("def", "ACSC", null)));

        assertThat(report.message()).isEqualTo("RUN-1");
        assertThat(report.of("abc").isRefused()).isTrue();
        assertThat(report.of("abc").why()).isEqualTo(word);
        assertThat(report.of("def").isPaid()).isTrue();
        assertThat(report.of("unnamed").isPaid() || report.of("unnamed").isRefused())
                .as("a part says nothing of the others")
                .isFalse();
    }

    @Test
    void aSecondCopyThatIsRejectedSaysNothingOfThePayment() {
        StatusReport report = StatusReport.read(
                Status.report("RUN-1", "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>DUPL</Cd></Rsn></StsRsnInf>", ""));

        assertThat(report.of("abc").isRefused()).isFalse();
        assertThat(report.of("abc").isPaid()).isFalse();
        assertThat(StatusReport.read(Status.report("RUN-1", "<GrpSts>RJCT</GrpSts>", ""))
                        .of("abc")
                        .isRefused())
                .as("without a reason")
                .isFalse();
    }

    @Test
    void whatIsSaidOfTheWholeHoldsForAllThatAreNotNamed() {
        StatusReport report = StatusReport.read(Status.report("RUN-1", "<GrpSts>ACSC</GrpSts>", ""));

        assertThat(report.of("abc").isPaid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt/></Document>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"/>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.99\"/>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:../../application.yaml\"/>"
            })
    void whatIsNoStatusReportIsRefused(String text) {
        assertThatThrownBy(() -> StatusReport.read(text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no status report");
    }

    @Test
    void whatIsNotAsTheSchemaAsksIsNeverGivenOut() {
        PaymentFile file = new PaymentFile(
                "a run whose name is longer than the thirty-five signs of a message",
                Instant.parse("2026-11-27T09:15:30Z"),
                LocalDate.of(2026, 11, 30),
                DEBTOR,
                List.of(line("Harbour")));

        assertThatThrownBy(file::xml).hasStackTraceContaining("Max35Text");
    }

    @Test
    void whatIsWrittenBesideTheSumHasNoMoreThan140Signs() {
        String xml = file(new PaymentFile.Line(
                        "abc", new Cents(18550), "Harbour", FormAnswers.IBAN, "Travel costs, claim 12, ".repeat(20)))
                .xml();

        assertThat(xml.replaceAll("(?s).*<Ustrd>([^<]*)</Ustrd>.*", "$1"))
                .startsWith("Travel costs, claim 12, ")
                .hasSizeBetween(130, 140);
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(PaymentFileTest.class.getResource("/pain.001.001.09.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PaymentFile file(String payee) {
        return file(line(payee));
    }

    private static PaymentFile file(PaymentFile.Line line) {
        return new PaymentFile(
                "PAY-7K4K-G7R4",
                Instant.parse("2026-11-27T09:15:30Z"),
                LocalDate.of(2026, 11, 30),
                DEBTOR,
                List.of(line));
    }

    private static PaymentFile.Line line(String payee) {
        return new PaymentFile.Line(
                "abc", new Cents(18550), payee, "DE89 3704 0044 0532 0130 00", "Travel costs, claim 12");
    }
}
