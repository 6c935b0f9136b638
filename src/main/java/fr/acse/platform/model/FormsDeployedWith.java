package fr.acse.platform.model;

import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Every task, and every start by a person, has a form that is deployed with it. */
class FormsDeployedWith implements ModelRule {

    @Override
    public Stream<String> faults(ModelFile model, DeployedForms forms) {
        return Stream.concat(model.each("userTask"), startsByPeople(model))
                .filter(element -> !forms.ids().contains(element.getAttributeNS(ModelFile.CAMUNDA, "formRef"))
                        || !"deployment".equals(element.getAttributeNS(ModelFile.CAMUNDA, "formRefBinding")))
                .map(element -> element.getAttribute("id"));
    }

    @Override
    public String refusal() {
        return "modelForms";
    }

    /** The start events at which a person fills in a form. */
    static Stream<Element> startsByPeople(ModelFile model) {
        return model.each("process")
                .filter(FormsDeployedWith::isStartedByPeople)
                .flatMap(ModelFile::children)
                .filter(child -> child.getLocalName().equals("startEvent"))
                .filter(start -> ModelFile.children(start)
                        .noneMatch(child -> child.getLocalName().endsWith("EventDefinition")));
    }

    private static boolean isStartedByPeople(Element process) {
        return !"false".equals(process.getAttributeNS(ModelFile.CAMUNDA, "isStartableInTasklist"));
    }
}
