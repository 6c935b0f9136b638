package fr.acse.platform.sets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.acse.platform.gate.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Lists added, changed and removed elements of a file, compared with the deployed version, for the person who releases the file. */
public final class ModelChanges {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param what added, changed, removed, or redrawn: only the drawing or the notation differs, and the behaviour is the same
     * @param element id of an element, key of a form field, or empty for a whole file
     * @param before old text from the first to the last difference if the element was changed; otherwise empty or null
     */
    public record Change(String file, String what, String element, String name, String before, String after) {

        Change(String file, String what, String element, String name) {
            this(file, what, element, name, "", "");
        }
    }

    /** The parts of two texts from the first word that differs to the last one. */
    private record Difference(String before, String after) {

        private static final int LONGEST = 120;

        static Difference of(String before, String after) {
            int shorter = Math.min(before.length(), after.length());
            int begin = 0;
            while (begin < shorter && before.charAt(begin) == after.charAt(begin)) {
                begin++;
            }
            int end = 0;
            while (end < shorter - begin
                    && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
                end++;
            }
            while (begin > 0 && isInAWord(before.charAt(begin - 1))) {
                begin--;
            }
            while (end > 0 && isInAWord(before.charAt(before.length() - end))) {
                end--;
            }
            return new Difference(part(before, begin, end), part(after, begin, end));
        }

        private static boolean isInAWord(char sign) {
            return Character.isLetterOrDigit(sign) || sign == '_' || sign == '#' || sign == '\'';
        }

        private static String part(String text, int begin, int end) {
            String part = text.substring(begin, text.length() - end).strip();
            return part.length() > LONGEST ? part.substring(0, LONGEST) + "…" : part;
        }
    }

    /** @param text text and attributes of an element, without inner elements that have their own id */
    private record Part(String name, String text) {}

    private ModelChanges() {}

    /** @param before the deployed version of the file, or null if the file is new */
    static List<Change> of(String file, byte[] before, byte[] after) {
        Map<String, Part> now = parts(file, after);
        if (before == null) {
            return List.of(new Change(file, "added", "", ""));
        }
        Map<String, Part> then = parts(file, before);
        List<Change> changes = new ArrayList<>();
        now.forEach((id, part) -> {
            if (!then.containsKey(id)) {
                changes.add(new Change(file, "added", id, part.name()));
            } else if (!then.get(id).text().equals(part.text())) {
                Difference difference = Difference.of(then.get(id).text(), part.text());
                changes.add(new Change(file, "changed", id, part.name(), difference.before(), difference.after()));
            }
        });
        then.forEach((id, part) -> {
            if (!now.containsKey(id)) {
                changes.add(new Change(file, "removed", id, part.name()));
            }
        });
        if (changes.isEmpty() && !Arrays.equals(before, after)) {
            changes.add(new Change(file, "redrawn", "", ""));
        }
        return changes;
    }

    /** Lists all changes between two sets of models. */
    static List<Change> between(Files before, Files after) {
        List<Change> changes = new ArrayList<>();
        after.byName().forEach((name, content) -> {
            byte[] then = before.before(name, content);
            if (!Arrays.equals(then, content)) {
                changes.addAll(of(name, then, content));
            }
        });
        before.byName().forEach((name, content) -> {
            if (after.before(name, content) == null) {
                changes.add(new Change(name, "removed", "", ""));
            }
        });
        return changes;
    }

    /**
     * Returns the kind of a file and its subject: the id of its form, or the ids of its processes or decisions. The subject of a file
     * without an id is the name of the file.
     */
    static String about(String file, byte[] content) {
        String kind = file.substring(file.lastIndexOf('.') + 1);
        return kind + " " + subject(kind, content).orElse(file);
    }

    private static Optional<String> subject(String kind, byte[] content) {
        if (kind.equals("form")) {
            try {
                return Optional.ofNullable(JSON.readTree(content))
                        .map(form -> form.path("id").asText())
                        .filter(id -> !id.isEmpty());
            } catch (IOException noForm) {
                return Optional.empty();
            }
        }
        return Optional.of(String.join(" ", ModelFile.subjects(content))).filter(ids -> !ids.isEmpty());
    }

    private static Map<String, Part> parts(String file, byte[] content) {
        Map<String, Part> parts = new LinkedHashMap<>();
        try {
            if (file.endsWith(".form")) {
                JsonNode form = JSON.readTree(content);
                for (JsonNode component : form.path("components")) {
                    String key =
                            component.path("key").asText(component.path("id").asText());
                    parts.put(key, new Part(component.path("label").asText(""), component.toString()));
                }
                ((ObjectNode) form).remove("components");
                parts.put("", new Part("", form.toString()));
            } else if (file.endsWith(".bpmn") || file.endsWith(".dmn")) {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                collect(
                        factory.newDocumentBuilder()
                                .parse(new ByteArrayInputStream(content))
                                .getDocumentElement(),
                        parts);
            } else {
                parts.put("", new Part("", new String(content, StandardCharsets.ISO_8859_1)));
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("A file that passed the rules cannot be read: " + file, e);
        }
        return parts;
    }

    private static void collect(Element element, Map<String, Part> parts) {
        if (isDrawing(element)) {
            return;
        }
        if (element.hasAttribute("id")) {
            parts.put(element.getAttribute("id"), new Part(element.getAttribute("name"), text(element, true)));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, parts);
            }
        }
    }

    private static String text(Element element, boolean outermost) {
        if (!outermost && element.hasAttribute("id") || isDrawing(element)) {
            return "";
        }
        StringBuilder text = new StringBuilder(element.getLocalName());
        NamedNodeMap attributes = element.getAttributes();
        Map<String, String> sorted = new TreeMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            sorted.put(attribute.getName(), attribute.getValue());
        }
        text.append(sorted);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                text.append(text(inner, false));
            } else if (!child.getTextContent().isBlank()) {
                text.append(child.getTextContent().strip());
            }
        }
        return text.toString();
    }

    /** The position of an element in the drawing does not change its behaviour. */
    private static boolean isDrawing(Element element) {
        String namespace = String.valueOf(element.getNamespaceURI());
        return namespace.endsWith("/DI") || namespace.endsWith("/DC") || namespace.endsWith("DMNDI/");
    }
}
