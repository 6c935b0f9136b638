package fr.acse.platform.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A {@code .bpmn} or {@code .dmn} file, as the rules read it. */
public record ModelFile(String name, Document xml) {

    private static final Set<String> SUBJECTS = Set.of("process", "decision");
    private static final XMLInputFactory SCANNERS = scanners();
    private static final int LONGEST_TAG = 64;

    /** Signs that the engine's tables hold of a name, an id or a key. */
    public static final int LONGEST_NAME = 255;

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** The file is no XML, or has a document type. */
    static final class NotReadable extends Exception {

        private final int line;

        NotReadable(int line, Exception cause) {
            super(cause);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    static ModelFile of(String name, byte[] content) throws NotReadable {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new ModelFile(name, builder.parse(new ByteArrayInputStream(content)));
        } catch (SAXParseException e) {
            throw new NotReadable(Math.max(1, e.getLineNumber()), e);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new NotReadable(1, e);
        }
    }

    /** Ids of its processes or decisions, in order; empty if it cannot be read. */
    public static Set<String> subjects(byte[] content) {
        Set<String> ids = new TreeSet<>();
        boolean isReadable = scan(content, reader -> {
            if (reader.isStartElement() && SUBJECTS.contains(reader.getLocalName())) {
                Optional.ofNullable(reader.getAttributeValue(null, "id")).ifPresent(ids::add);
            }
        });
        return isReadable ? ids : Set.of();
    }

    /** How many elements lie inside each other, as far as it can be read. */
    public static int depth(byte[] content) {
        int[] depth = {0, 0};
        scan(content, reader -> {
            depth[0] += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
            depth[1] = Math.max(depth[0], depth[1]);
        });
        return depth[1];
    }

    /** The first attribute that a column of the engine's tables cannot hold, as far as it can be read. */
    public static Optional<String> tooLong(byte[] content) {
        List<String> tooLong = new ArrayList<>();
        scan(content, reader -> {
            for (int i = 0; reader.isStartElement() && i < reader.getAttributeCount(); i++) {
                String value = reader.getAttributeValue(i);
                int most = reader.getAttributeLocalName(i).equals("versionTag") ? LONGEST_TAG : LONGEST_NAME;
                if (value.length() > most && tooLong.isEmpty()) {
                    tooLong.add(value);
                }
            }
        });
        return tooLong.stream().findFirst();
    }

    /** @return whether it could be read to its end */
    private static boolean scan(byte[] content, Consumer<XMLStreamReader> each) {
        try {
            XMLStreamReader reader = SCANNERS.createXMLStreamReader(new ByteArrayInputStream(content));
            while (reader.hasNext()) {
                reader.next();
                each.accept(reader);
            }
            return true;
        } catch (XMLStreamException | MissingResourceException unreadable) {
            // The JDK's reader has no message for a forbidden character in a document type.
            return false;
        }
    }

    private static XMLInputFactory scanners() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    boolean isDiagram() {
        return name.endsWith(".bpmn");
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

    static Stream<Element> children(Element element, String localName) {
        return children(element).filter(child -> localName.equals(child.getLocalName()));
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

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    /** Elements of Camunda inside an element, but not in the elements that it contains. */
    static Stream<Element> extensions(Element element, String localName) {
        return children(element, "extensionElements")
                .flatMap(ModelFile::children)
                .flatMap(extension -> Stream.concat(Stream.of(extension), children(extension)))
                .filter(extension -> isOfCamunda(extension) && localName.equals(extension.getLocalName()));
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

    /** The nearest element around that an analyst knows by its id. */
    static Element named(Element element) {
        for (Node each = element; each instanceof Element around; each = each.getParentNode()) {
            if (around.hasAttribute("id") && !around.getLocalName().endsWith("EventDefinition")) {
                return around;
            }
        }
        return element;
    }
}
