package fr.acse.payment;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A SEPA credit transfer, pain.001.001.09. All ids and times come from what is recorded, so that the same run gives the
 * same bytes. No postal address is sent: unstructured ones are no longer allowed.
 */
record PaymentFile(String messageId, Instant createdAt, LocalDate executionDate, Debtor debtor, List<Line> lines) {

    record Line(String endToEndId, Cents amount, String payee, String iban) {}

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("CstmrCdtTrfInitn");
            writeHeader(xml);
            writePayments(xml);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The payment file cannot be written", e);
        }
        return text.toString();
    }

    private void writeHeader(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("GrpHdr");
        element(xml, "MsgId", messageId);
        element(xml, "CreDtTm", createdAt.truncatedTo(ChronoUnit.SECONDS).toString());
        writeSums(xml);
        xml.writeStartElement("InitgPty");
        element(xml, "Nm", debtor.name());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void writePayments(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("PmtInf");
        element(xml, "PmtInfId", messageId);
        element(xml, "PmtMtd", "TRF");
        writeSums(xml);
        nested(xml, "SEPA", "PmtTpInf", "SvcLvl", "Cd");
        nested(xml, executionDate.toString(), "ReqdExctnDt", "Dt");
        nested(xml, debtor.name(), "Dbtr", "Nm");
        nested(xml, debtor.iban(), "DbtrAcct", "Id", "IBAN");
        nested(xml, debtor.bic(), "DbtrAgt", "FinInstnId", "BICFI");
        element(xml, "ChrgBr", "SLEV");
        for (Line line : lines) {
            xml.writeStartElement("CdtTrfTxInf");
            nested(xml, line.endToEndId(), "PmtId", "EndToEndId");
            xml.writeStartElement("Amt");
            xml.writeStartElement("InstdAmt");
            xml.writeAttribute("Ccy", "EUR");
            xml.writeCharacters(line.amount().toEuros());
            xml.writeEndElement();
            xml.writeEndElement();
            nested(xml, line.payee(), "Cdtr", "Nm");
            nested(xml, line.iban(), "CdtrAcct", "Id", "IBAN");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void writeSums(XMLStreamWriter xml) throws XMLStreamException {
        element(xml, "NbOfTxs", Integer.toString(lines.size()));
        element(xml, "CtrlSum", Cents.sum(lines.stream().map(Line::amount)).toEuros());
    }

    private static void nested(XMLStreamWriter xml, String text, String... names) throws XMLStreamException {
        for (String name : names) {
            xml.writeStartElement(name);
        }
        xml.writeCharacters(text);
        for (int i = 0; i < names.length; i++) {
            xml.writeEndElement();
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        nested(xml, text, name);
    }
}
