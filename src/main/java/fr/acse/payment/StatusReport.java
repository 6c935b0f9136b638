package fr.acse.payment;

import fr.acse.words.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What the bank says of a payment file, {@code pain.002}: of the whole, and of single payments.
 *
 * @param message id of the file that it is about
 * @param whole what it says of all that it does not name
 * @param payments what it says of a payment, by its end-to-end id
 */
record StatusReport(String message, Said whole, Map<String, Said> payments) {

    /** A code of the bank for why it refused a payment becomes one of our words. */
    private static final Map<String, String> REASONS = Map.of(
            "AC01", "accountWrong",
            "AC03", "accountWrong",
            "RC01", "accountWrong",
            "AC04", "accountClosed",
            "AC06", "accountBlocked",
            "MS02", "noReason",
            "MS03", "noReason");

    private static final Set<String> DUPLICATES = Set.of("AM05", "DUPL", "DU01", "DU02", "DU03", "DU04", "DU05");

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";

    /**
     * @param status code of ISO 20022, such as {@code ACSC} (settled) or {@code RJCT} (refused)
     * @param reason code of the bank, or null
     */
    record Said(String status, String reason) {

        boolean isPaid() {
            return "ACSC".equals(status) || "ACCC".equals(status);
        }

        /** A second copy of the file is rejected while the first one is paid: that says nothing of the payment. */
        boolean isRefused() {
            return "RJCT".equals(status) && (reason == null || !DUPLICATES.contains(reason));
        }

        /** Code of the reason in our words. */
        String why() {
            return reason == null ? "noReason" : REASONS.getOrDefault(reason, "other");
        }
    }

    /** @throws Refusal if it is no status report, or not what its schema asks for */
    static StatusReport read(String xml) {
        try {
            DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
            documents.setNamespaceAware(true);
            documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            documents.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            documents.setExpandEntityReferences(false);
            Document document = documents.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            String namespace = Optional.ofNullable(document.getDocumentElement().getNamespaceURI())
                    .orElse("");
            String message = namespace.replace(NAMESPACE, "");
            Refusal.unless(message.startsWith("pain.002.") && BankSchemas.knows(message), "statusNot");
            BankSchemas.check(message, new DOMSource(document));
            return of(document.getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new Refusal("statusNot");
        }
    }

    private static StatusReport of(Element report) {
        Element group = all(report, "OrgnlGrpInfAndSts").findFirst().orElseThrow();
        Map<String, Said> payments = new HashMap<>();
        all(report, "TxInfAndSts")
                .forEach(payment ->
                        text(payment, "OrgnlEndToEndId").ifPresent(id -> payments.put(id, said(payment, "TxSts"))));
        Said whole = said(group, "GrpSts");
        if (whole.status() == null) {
            whole = all(report, "OrgnlPmtInfAndSts")
                    .findFirst()
                    .map(each -> said(each, "PmtInfSts"))
                    .orElse(whole);
        }
        return new StatusReport(text(group, "OrgnlMsgId").orElseThrow(), whole, Map.copyOf(payments));
    }

    private static Said said(Element part, String status) {
        return new Said(
                child(part, status).map(Element::getTextContent).orElse(null),
                child(part, "StsRsnInf")
                        .flatMap(why -> child(why, "Rsn"))
                        .flatMap(why -> child(why, "Cd"))
                        .map(Element::getTextContent)
                        .orElse(null));
    }

    private static Optional<String> text(Element part, String name) {
        return child(part, name).map(Element::getTextContent);
    }

    private static Stream<Element> all(Element part, String name) {
        var found = part.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    private static Optional<Element> child(Element part, String name) {
        return all(part, name).filter(each -> each.getParentNode() == part).findFirst();
    }

    /** What it says of a payment. */
    Said of(String endToEndId) {
        return payments.getOrDefault(endToEndId, whole);
    }
}
