package fr.acse.platform.gate;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** A sequence flow from one step to the next. */
final class Flow {

    private final Element xml;
    private final Node from;
    private final Node to;
    private final String id;
    private final String condition;
    private final boolean isDefault;
    private Set<String> variables;
    private Map<String, Set<String>> compared;

    Flow(Element xml, Node from, Node to) {
        this.xml = xml;
        this.from = from;
        this.to = to;
        this.id = xml.getAttribute("id");
        this.isDefault = id.equals(from.xml().getAttribute("default"));
        this.condition = ModelFile.children(xml, "conditionExpression")
                .map(text -> text.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    Element xml() {
        return xml;
    }

    Node from() {
        return from;
    }

    Node to() {
        return to;
    }

    String id() {
        return id;
    }

    /** Condition of the flow; empty if the flow has none. */
    String condition() {
        return condition;
    }

    /** Variables that the condition of the flow names. */
    Set<String> variables() {
        if (variables == null) {
            variables = Collections.unmodifiableSet(Expressions.variables(condition));
        }
        return variables;
    }

    /** Texts with which the condition of the flow compares each variable. */
    Map<String, Set<String>> compared() {
        if (compared == null) {
            compared = Collections.unmodifiableMap(Expressions.compared(condition));
        }
        return compared;
    }

    boolean isDefault() {
        return isDefault;
    }

    @Override
    public String toString() {
        return id;
    }
}
