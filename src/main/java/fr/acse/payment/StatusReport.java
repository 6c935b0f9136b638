package fr.acse.payment;

import fr.acse.words.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * A status report of the bank ({@code pain.002}) about a payment file and its payments.
 *
 * @param message id of the payment file
 * @param whole the bank's answer for all payments that the report does not name
 * @param payments the bank's answers by the end-to-end id of the payment
 * @param contradicted end-to-end ids for which the report contains two different answers
 */
record StatusReport(String message, Said whole, Map<String, Said> payments, Set<String> contradicted) {

    /** Codes of this software for the reasons of a refusal, by the code of the bank. */
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
     * @param status code of ISO 20022, for example {@code ACSC} (settled) or {@code RJCT} (refused)
     * @param reasons codes of the bank for the reasons
     */
    record Said(String status, List<String> reasons) {

        boolean isPaid() {
            return "ACSC".equals(status) || "ACCC".equals(status);
        }

        /** True if the payment is refused. If the bank rejects a second copy of the file, the payment is not refused. */
        boolean isRefused() {
            return "RJCT".equals(status) && reasons.stream().noneMatch(DUPLICATES::contains);
        }

        /** Code of this software for the bank's reason. */
        String why() {
            return reasons.isEmpty()
                    ? "noReason"
                    : reasons.stream()
                            .map(REASONS::get)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse("other");
        }
    }

    /** @throws Refusal if the text is no status report, or does not match its schema */
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
        Set<String> contradicted = new HashSet<>();
        all(report, "TxInfAndSts")
                .forEach(payment -> text(payment, "OrgnlEndToEndId").ifPresent(id -> {
                    Said said = said(payment, "TxSts");
                    Said before = payments.put(id, said);
                    if (before != null && !before.equals(said)) {
                        contradicted.add(id);
                    }
                }));
        Said ofGroup = said(group, "GrpSts");
        List<Said> parts = all(report, "OrgnlPmtInfAndSts")
                .map(each -> said(each, "PmtInfSts"))
                .toList();
        String status = Stream.concat(Stream.of(ofGroup), parts.stream())
                .map(Said::status)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<String> reasons = Stream.concat(Stream.of(ofGroup), parts.stream())
                .flatMap(each -> each.reasons().stream())
                .toList();
        return new StatusReport(
                text(group, "OrgnlMsgId").orElseThrow(),
                whole(new Said(status, reasons)),
                Map.copyOf(payments),
                Set.copyOf(contradicted));
    }

    /** Ignores the rejection of a whole file without a reason: the bank may have rejected a second copy of a file that it accepted. */
    private static Said whole(Said said) {
        return said.isRefused() && said.reasons().isEmpty() ? new Said(null, List.of()) : said;
    }

    private static Said said(Element part, String status) {
        return new Said(
                child(part, status).map(Element::getTextContent).orElse(null),
                children(part, "StsRsnInf")
                        .flatMap(why -> children(why, "Rsn"))
                        .flatMap(why -> Stream.concat(children(why, "Cd"), children(why, "Prtry")))
                        .map(Element::getTextContent)
                        .toList());
    }

    private static Optional<String> text(Element part, String name) {
        return child(part, name).map(Element::getTextContent);
    }

    private static Stream<Element> all(Element part, String name) {
        var found = part.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    private static Optional<Element> child(Element part, String name) {
        return children(part, name).findFirst();
    }

    private static Stream<Element> children(Element part, String name) {
        return all(part, name).filter(each -> each.getParentNode() == part);
    }

    /** The answer of the report about a payment. */
    Said of(String endToEndId) {
        return payments.getOrDefault(endToEndId, whole);
    }
}
