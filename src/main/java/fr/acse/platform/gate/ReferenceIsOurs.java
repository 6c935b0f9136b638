package fr.acse.platform.gate;

import fr.acse.platform.model.ProcessContract;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Only the software sets the case reference, because a process acts for that case. A model may only pass the reference on. */
class ReferenceIsOurs implements RuleOfFile {

    private static final String CASE_REFERENCE = ProcessContract.CASE_REFERENCE.name();
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    /** Attributes in which a model names a variable that it sets. */
    private static final Set<String> SETS =
            Set.of("target", "resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable");

    @Override
    public Stream<Finding> findings(ModelFile model) {
        return model.each("*")
                .flatMap(element -> ModelFile.attributes(element).stream()
                        .filter(attribute -> setsReference(element, attribute))
                        .map(attribute -> Finding.of("reference", model, element, attribute.getValue())));
    }

    private static boolean setsReference(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        if (name.equals("businessKey")) {
            return !attribute.getValue().equals(BUSINESS_KEY);
        }
        boolean parameter = element.getLocalName().endsWith("Parameter") && name.equals("name");
        boolean handedOn = element.getLocalName().equals("in")
                && CASE_REFERENCE.equals(element.getAttribute("source"))
                && !element.hasAttribute("sourceExpression");
        return (SETS.contains(name) || parameter) && attribute.getValue().equals(CASE_REFERENCE) && !handedOn;
    }
}
