package fr.acse.platform.model;

import fr.acse.words.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A {@code .bpmn} or {@code .dmn} file that somebody deploys, as its rules read it. */
record ModelFile(String name, Document xml) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** @throws Refusal if it is not well-formed, or has a document type */
    static ModelFile of(ResourceEntity file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new ModelFile(file.getName(), builder.parse(new ByteArrayInputStream(file.getBytes())));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new Refusal("modelXml", file.getName(), e.getMessage());
        }
    }

    /** Every element of a name, or of any name: {@code *}. */
    Stream<Element> each(String localName) {
        NodeList found = xml.getElementsByTagNameNS("*", localName);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    static Stream<Element> children(Element element) {
        NodeList all = element.getChildNodes();
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** Without the declarations of namespaces. */
    static List<Attr> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(i -> (Attr) attributes.item(i))
                .filter(attribute -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()))
                .toList();
    }

    static boolean isOfCamunda(Element element) {
        return CAMUNDA.equals(element.getNamespaceURI());
    }

    /** Id of the process that an element is in; empty if it is in none. */
    static String processOf(Element element) {
        for (Node each = element; each instanceof Element around; each = each.getParentNode()) {
            if ("process".equals(around.getLocalName())) {
                return around.getAttribute("id");
            }
        }
        return "";
    }

    /** What is wrong, behind the nearest element that an analyst knows by its id. */
    static String fault(Element element, String what) {
        for (Node each = element; each instanceof Element around; each = each.getParentNode()) {
            if (around.hasAttribute("id")) {
                return around.getAttribute("id") + ": " + what;
            }
        }
        return what;
    }
}
