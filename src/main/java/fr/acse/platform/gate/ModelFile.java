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

/** A parsed {@code .bpmn} or {@code .dmn} file, which the rules check. */
public record ModelFile(String name, Document xml) {

    private static final Set<String> SUBJECTS = Set.of("process", "decision");
    private static final XMLInputFactory SCANNERS = scanners();
    private static final int LONGEST_TAG = 64;

    /** Largest number of characters that the engine's tables can store for a name, an id or a key. */
    public static final int LONGEST_NAME = 255;

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** The file is no valid XML or JSON, or the XML contains a document type declaration. */
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

    /** Returns the sorted ids of the processes or decisions in a file, or no ids if the file cannot be parsed. */
    public static Set<String> subjects(byte[] content) {
        Set<String> ids = new TreeSet<>();
        boolean isReadable = scan(content, reader -> {
            if (reader.isStartElement() && SUBJECTS.contains(reader.getLocalName())) {
                Optional.ofNullable(reader.getAttributeValue(null, "id")).ifPresent(ids::add);
            }
        });
        return isReadable ? ids : Set.of();
    }

    /** Returns the largest depth of nested elements, up to the first syntax error. */
    public static int depth(byte[] content) {
        int[] depth = {0, 0};
        scan(content, reader -> {
            depth[0] += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
            depth[1] = Math.max(depth[0], depth[1]);
        });
        return depth[1];
    }

    /** Returns the first attribute value that is too long for the engine's tables. The search ends at the first syntax error. */
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

    /** @return whether the file could be parsed to its end */
    private static boolean scan(byte[] content, Consumer<XMLStreamReader> each) {
        try {
            XMLStreamReader reader = SCANNERS.createXMLStreamReader(new ByteArrayInputStream(content));
            while (reader.hasNext()) {
                reader.next();
                each.accept(reader);
            }
            return true;
        } catch (XMLStreamException | MissingResourceException unreadable) {
            // The JDK's parser throws a MissingResourceException for a forbidden character in a document type, because
            // it lacks the
            // message.
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

    /** Elements with the given name, or all elements if the name is {@code *}. */
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

    /** Attributes of an element, without the declarations of namespaces. */
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

    /** Camunda extension elements of the element itself, without the extensions of its child elements. */
    static Stream<Element> extensions(Element element, String localName) {
        return children(element, "extensionElements")
                .flatMap(ModelFile::children)
                .flatMap(extension -> Stream.concat(Stream.of(extension), children(extension)))
                .filter(extension -> isOfCamunda(extension) && localName.equals(extension.getLocalName()));
    }

    /** Id of the process that contains an element; empty if no process contains the element. */
    static String processOf(Element element) {
        for (Node each = element; each instanceof Element around; each = each.getParentNode()) {
            if ("process".equals(around.getLocalName())) {
                return around.getAttribute("id");
            }
        }
        return "";
    }

    /** Nearest element with an id, outwards from the given one. The id of an event definition does not count: analysts do not know it. */
    static Element named(Element element) {
        for (Node each = element; each instanceof Element around; each = each.getParentNode()) {
            if (around.hasAttribute("id") && !around.getLocalName().endsWith("EventDefinition")) {
                return around;
            }
        }
        return element;
    }
}
