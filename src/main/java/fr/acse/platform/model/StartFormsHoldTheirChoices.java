package fr.acse.platform.model;

import java.util.stream.Stream;

/** Tasklist asks the server for lists when it shows a task, not when it shows a start form: there they would be empty. */
class StartFormsHoldTheirChoices implements ModelRule {

    @Override
    public Stream<String> faults(ModelFile model, DeployedForms forms) {
        return FormsDeployedWith.startsByPeople(model)
                .filter(start -> forms.withServerLists().contains(start.getAttributeNS(ModelFile.CAMUNDA, "formRef")))
                .map(start -> start.getAttribute("id"));
    }

    @Override
    public String refusal() {
        return "startFormLists";
    }
}
