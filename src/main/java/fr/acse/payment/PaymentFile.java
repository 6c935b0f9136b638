package fr.acse.payment;

import fr.acse.codes.SepaText;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.transform.stream.StreamSource;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.AccountIdentification4Choice;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.ActiveOrHistoricCurrencyAndAmount;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.AmountType4Choice;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.BranchAndFinancialInstitutionIdentification6;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.CashAccount38;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.ChargeBearerType1Code;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.CreditTransferTransaction34;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.CustomerCreditTransferInitiationV09;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.DateAndDateTime2Choice;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.Document;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.FinancialInstitutionIdentification18;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.GroupHeader85;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.ObjectFactory;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.PartyIdentification135;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.PaymentIdentification6;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.PaymentInstruction30;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.PaymentMethod3Code;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.PaymentTypeInformation26;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.RemittanceInformation16;
import org.kapott.hbci.sepa.jaxb.pain_001_001_09.ServiceLevel8Choice;
import org.xml.sax.SAXException;

/**
 * A SEPA credit transfer in the format {@code pain.001.001.09}. Names and texts are changed to the characters and lengths that banks
 * accept. All ids and times come from stored data, so that the same run gives the same bytes. The file contains no postal addresses,
 * because banks no longer accept unstructured addresses.
 */
record PaymentFile(String messageId, Instant createdAt, LocalDate executionDate, Debtor debtor, List<Line> lines) {

    private static final String MESSAGE = "pain.001.001.09";

    /** @param remittance text of the bank transfer that the payee reads beside the amount */
    record Line(String endToEndId, Cents amount, String payee, String iban, String remittance) {}

    /** @throws IllegalStateException if the XML does not match its schema; a file with this error is not stored */
    String xml() {
        try {
            Marshaller marshaller = JAXBContext.newInstance(Document.class).createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_ENCODING, StandardCharsets.UTF_8.name());
            StringWriter text = new StringWriter();
            marshaller.marshal(new ObjectFactory().createDocument(document()), text);
            BankSchemas.check(MESSAGE, new StreamSource(new StringReader(text.toString())));
            return text.toString();
        } catch (JAXBException | SAXException | IOException e) {
            throw new IllegalStateException("The payment file cannot be written", e);
        }
    }

    /** Name and IBAN of a payee in the written payment file. The stored name and account may have changed since. */
    record Sent(String payee, String iban) {}

    /** @return the payees of the file by end-to-end id */
    static Map<String, Sent> sent(String xml) {
        try {
            return JAXBContext.newInstance(Document.class)
                    .createUnmarshaller()
                    .unmarshal(new StreamSource(new StringReader(xml)), Document.class)
                    .getValue()
                    .getCstmrCdtTrfInitn()
                    .getPmtInf()
                    .stream()
                    .flatMap(payments -> payments.getCdtTrfTxInf().stream())
                    .collect(Collectors.toMap(
                            payment -> payment.getPmtId().getEndToEndId(),
                            payment -> new Sent(
                                    payment.getCdtr().getNm(),
                                    payment.getCdtrAcct().getId().getIBAN())));
        } catch (JAXBException e) {
            throw new IllegalStateException("The payment file cannot be read", e);
        }
    }

    private Document document() {
        CustomerCreditTransferInitiationV09 transfer = new CustomerCreditTransferInitiationV09();
        transfer.setGrpHdr(header());
        transfer.getPmtInf().add(payments());
        Document document = new Document();
        document.setCstmrCdtTrfInitn(transfer);
        return document;
    }

    private GroupHeader85 header() {
        GroupHeader85 header = new GroupHeader85();
        header.setMsgId(messageId);
        header.setCreDtTm(time(createdAt.truncatedTo(ChronoUnit.SECONDS).toString()));
        header.setNbOfTxs(Integer.toString(lines.size()));
        header.setCtrlSum(sum());
        header.setInitgPty(party(debtor.name()));
        return header;
    }

    private PaymentInstruction30 payments() {
        ServiceLevel8Choice sepa = new ServiceLevel8Choice();
        sepa.setCd("SEPA");
        PaymentTypeInformation26 type = new PaymentTypeInformation26();
        type.getSvcLvl().add(sepa);
        DateAndDateTime2Choice day = new DateAndDateTime2Choice();
        day.setDt(time(executionDate.toString()));
        FinancialInstitutionIdentification18 bank = new FinancialInstitutionIdentification18();
        bank.setBICFI(debtor.bic());
        BranchAndFinancialInstitutionIdentification6 branch = new BranchAndFinancialInstitutionIdentification6();
        branch.setFinInstnId(bank);
        PaymentInstruction30 payments = new PaymentInstruction30();
        payments.setPmtInfId(messageId);
        payments.setPmtMtd(PaymentMethod3Code.TRF);
        payments.setNbOfTxs(Integer.toString(lines.size()));
        payments.setCtrlSum(sum());
        payments.setPmtTpInf(type);
        payments.setReqdExctnDt(day);
        payments.setDbtr(party(debtor.name()));
        payments.setDbtrAcct(account(debtor.iban()));
        payments.setDbtrAgt(branch);
        payments.setChrgBr(ChargeBearerType1Code.SLEV);
        lines.forEach(line -> payments.getCdtTrfTxInf().add(payment(line)));
        return payments;
    }

    private static CreditTransferTransaction34 payment(Line line) {
        PaymentIdentification6 id = new PaymentIdentification6();
        id.setEndToEndId(line.endToEndId());
        ActiveOrHistoricCurrencyAndAmount euros = new ActiveOrHistoricCurrencyAndAmount();
        euros.setCcy("EUR");
        euros.setValue(new BigDecimal(line.amount().toEuros()));
        AmountType4Choice amount = new AmountType4Choice();
        amount.setInstdAmt(euros);
        RemittanceInformation16 beside = new RemittanceInformation16();
        beside.getUstrd().add(SepaText.of(line.remittance(), SepaText.REMITTANCE));
        CreditTransferTransaction34 payment = new CreditTransferTransaction34();
        payment.setPmtId(id);
        payment.setAmt(amount);
        payment.setCdtr(party(line.payee()));
        payment.setCdtrAcct(account(line.iban()));
        payment.setRmtInf(beside);
        return payment;
    }

    private static PartyIdentification135 party(String name) {
        PartyIdentification135 party = new PartyIdentification135();
        party.setNm(SepaText.of(name, SepaText.NAME));
        return party;
    }

    private static CashAccount38 account(String iban) {
        AccountIdentification4Choice id = new AccountIdentification4Choice();
        id.setIBAN(iban.replace(" ", ""));
        CashAccount38 account = new CashAccount38();
        account.setId(id);
        return account;
    }

    private BigDecimal sum() {
        return new BigDecimal(Cents.sum(lines.stream().map(Line::amount)).toEuros());
    }

    private static XMLGregorianCalendar time(String iso) {
        try {
            return DatatypeFactory.newInstance().newXMLGregorianCalendar(iso);
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
