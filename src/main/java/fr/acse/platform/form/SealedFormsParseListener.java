package fr.acse.platform.form;

import fr.acse.codes.CaseReference;
import fr.acse.platform.cover.Hands;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/**
 * Puts {@link SealedForms} around every form of every model, and refuses every way to complete a step without its
 * form.
 */
@Component
class SealedFormsParseListener extends AbstractBpmnParseListener {

    /** Property of a process: the prefix of the references that its start form makes. */
    private static final String PREFIX_PROPERTY = "reference";

    /** For processes that name none. */
    private static final String FILE = "FILE";

    private final SealedForms forms;
    private final Hands hands;

    SealedFormsParseListener(SealedForms forms, Hands hands) {
        this.forms = forms;
        this.hands = hands;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.getTaskDefinitions().values().forEach(task -> seal(task, process));
        FormRef form = ref(process.getStartFormDefinition(), process);
        if (form != null) {
            process.setStartFormHandler(new Start(process.getStartFormHandler(), form, prefix(element)));
        }
        if (form != null || process.getInitial() != null) {
            process.getInitial().addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
                boolean called = ((ExecutionEntity) execution).getSuperExecution() != null;
                if (!called && (form != null || isAskedByAPerson())) {
                    forms.requireSubmitted(execution.getProcessInstanceId(), "startWithForm");
                }
            });
        }
    }

    /** Whether a person asked, and not a delegate or the software itself, which start processes without a form. */
    private static boolean isAskedByAPerson() {
        return Caller.isThroughHttp() && Context.getCommandContext().isAuthorizationCheckEnabled();
    }

    private void seal(TaskDefinition task, ProcessDefinitionEntity process) {
        FormRef form = ref(task.getFormDefinition(), process);
        if (form != null) {
            task.setTaskFormHandler(new Task(task.getTaskFormHandler(), form));
            task.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_CREATE, (TaskListener) SealedFormsParseListener::nameCase);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) hands::standIn);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, (TaskListener)
                    assigned -> hands.requireOwn(assigned, task.getAssigneeExpression()));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener) completed -> {
                forms.requireSubmitted(completed.getId(), "completeWithForm");
                hands.requireMayComplete(completed);
            });
            task.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_DELETE, (TaskListener) withdrawn -> forms.withdraw(withdrawn.getId()));
        }
    }

    /** Tasklist shows a variable on the card of a task only if it belongs to the task. */
    private static void nameCase(DelegateTask task) {
        ProcessContract.CASE_REFERENCE.setLocal(
                task, CaseReference.orNull(task.getExecution().getProcessBusinessKey()));
    }

    private static FormRef ref(FormDefinition form, ProcessDefinitionEntity process) {
        return form == null || form.getCamundaFormDefinitionKey() == null
                ? null
                : new FormRef(
                        process.getDeploymentId(),
                        form.getCamundaFormDefinitionKey().getExpressionText());
    }

    private static String prefix(Element process) {
        Element extensions = process.element("extensionElements");
        Element properties = extensions == null ? null : extensions.element("properties");
        return properties == null
                ? FILE
                : properties.elements("property").stream()
                        .filter(property -> PREFIX_PROPERTY.equals(property.attribute("name")))
                        .map(property -> property.attribute("value"))
                        .findFirst()
                        .orElse(FILE);
    }

    private class Start implements StartFormHandler {

        private final StartFormHandler engines;
        private final FormRef form;
        private final String prefix;

        Start(StartFormHandler engines, FormRef form, String prefix) {
            this.engines = engines;
            this.form = form;
            this.prefix = prefix;
        }

        @Override
        public void parseConfiguration(
                Element activity, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
            engines.parseConfiguration(activity, deployment, process, parse);
        }

        @Override
        public StartFormData createStartFormData(ProcessDefinitionEntity process) {
            return engines.createStartFormData(process);
        }

        @Override
        public void submitFormVariables(VariableMap values, VariableScope scope) {
            forms.start((ExecutionEntity) scope, form, prefix, values);
        }
    }

    private class Task implements TaskFormHandler {

        private final TaskFormHandler engines;
        private final FormRef form;

        Task(TaskFormHandler engines, FormRef form) {
            this.engines = engines;
            this.form = form;
        }

        @Override
        public void parseConfiguration(
                Element activity, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
            engines.parseConfiguration(activity, deployment, process, parse);
        }

        @Override
        public TaskFormData createTaskForm(TaskEntity task) {
            TaskFormData data = engines.createTaskForm(task);
            data.getFormFields().addAll(forms.open(task, form));
            return data;
        }

        @Override
        public void submitFormVariables(VariableMap values, VariableScope scope) {
            forms.complete((TaskEntity) scope, form, values);
        }
    }
}
