package fr.acse.platform.gate;

import com.google.re2j.Pattern;
import fr.acse.words.Words;
import java.util.List;
import org.w3c.dom.Element;

/**
 * A violation of a rule in a file.
 *
 * @param rule key of the messages in {@code rules.properties}
 * @param element id of the element or key of the form field; empty if the finding concerns the whole file
 * @param name label of the element; empty if the element has none
 * @param details values that the messages name
 */
public record Finding(String rule, String file, String element, String name, List<Object> details) {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LINE = 100;

    static Finding of(String rule, ModelFile file, Element element, Object... details) {
        Element named = ModelFile.named(element);
        return new Finding(
                rule, file.name(), named.getAttribute("id"), oneLine(named.getAttribute("name")), List.of(details));
    }

    static Finding of(String rule, Node node, Object... details) {
        return of(rule, node.process().file(), node.xml(), details);
    }

    static Finding of(String rule, Flow flow, Object... details) {
        return of(rule, flow.from().process().file(), flow.xml(), details);
    }

    static Finding of(String rule, FormFile form, String key, String label, Object... details) {
        return new Finding(rule, form.name(), key, oneLine(label), List.of(details));
    }

    public static Finding ofFile(String rule, String file, Object... details) {
        return new Finding(rule, file, "", "", List.of(details));
    }

    /** Returns a message with the error, its location, the reason for the rule, and the correction. */
    public String words() {
        return Words.ofRule(
                "finding",
                where(),
                what(),
                Words.ofRule(rule + ".why", details.toArray()),
                Words.ofRule(rule + ".mend", details.toArray()));
    }

    /** Size of the finding for the weight of the cache, in units of 100 characters. */
    int lines() {
        int text = element.length()
                + name.length()
                + details.stream().mapToInt(each -> each.toString().length()).sum();
        return 1 + text / LINE;
    }

    public String what() {
        return Words.ofRule(rule, details.toArray());
    }

    private String where() {
        if (element.isEmpty()) {
            return file;
        }
        return name.isEmpty()
                ? Words.ofRule("finding.element", file, element)
                : Words.ofRule("finding.named", file, name, element);
    }

    static String oneLine(String text) {
        return SPACE.matcher(text.strip()).replaceAll(" ");
    }
}
