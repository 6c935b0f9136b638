package fr.acse.platform.model;

import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Every task, and every start by a person, has a form that is deployed with it. */
class FormsDeployedWith implements ModelRule {

    @Override
    public Stream<String> faults(ModelFile model, Set<String> forms) {
        Stream<Element> starts = model.each("process")
                .filter(FormsDeployedWith::isStartedByPeople)
                .flatMap(ModelFile::children)
                .filter(child -> child.getLocalName().equals("startEvent"))
                .filter(start -> ModelFile.children(start)
                        .noneMatch(child -> child.getLocalName().endsWith("EventDefinition")));
        return Stream.concat(model.each("userTask"), starts)
                .filter(element -> !forms.contains(element.getAttributeNS(ModelFile.CAMUNDA, "formRef"))
                        || !"deployment".equals(element.getAttributeNS(ModelFile.CAMUNDA, "formRefBinding")))
                .map(element -> element.getAttribute("id"));
    }

    @Override
    public String refusal() {
        return "modelForms";
    }

    private static boolean isStartedByPeople(Element process) {
        return !"false".equals(process.getAttributeNS(ModelFile.CAMUNDA, "isStartableInTasklist"));
    }
}
