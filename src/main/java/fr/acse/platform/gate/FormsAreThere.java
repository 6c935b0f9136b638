package fr.acse.platform.gate;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every user task, and every start event for users, must have a form of the same set. */
class FormsAreThere implements Rule {

    @Override
    public Stream<Finding> findings(ModelSet set) {
        String offered = set.forms().stream().map(FormFile::id).sorted().collect(Collectors.joining(", "));
        return set.processes().stream().flatMap(Process::formSteps).flatMap(step -> {
            String form = step.camunda("formRef");
            if (form.isEmpty()) {
                return Stream.of(Finding.of("noFormRef", step));
            }
            if (set.form(form).isEmpty()) {
                return Stream.of(Finding.of("form", step, form, offered));
            }
            return "deployment".equals(step.camunda("formRefBinding"))
                    ? Stream.empty()
                    : Stream.of(Finding.of("binding", step));
        });
    }
}
