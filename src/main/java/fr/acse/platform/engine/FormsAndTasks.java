package fr.acse.platform.engine;

import fr.acse.codes.CaseReference;
import fr.acse.platform.assignment.AssignmentRules;
import fr.acse.platform.form.DeployedForms;
import fr.acse.platform.form.FormRef;
import fr.acse.platform.form.JsonText;
import fr.acse.platform.form.OpenedForm;
import fr.acse.platform.form.OpenedForms;
import fr.acse.platform.form.SubmittedForms;
import fr.acse.platform.model.ProcessContract;
import fr.acse.words.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableTypedCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Adds form checks and task listeners to every model that the engine parses. A task that has a form can be completed only by submitting
 * that form.
 */
@Component
@Order(2)
class FormsAndTasks extends AbstractProcessEnginePlugin implements DeployedForms {

    /** The process property {@code reference} holds the prefix of the case references that the start form of the process creates. */
    private static final String PREFIX_PROPERTY = "reference";

    /** Prefix of the case references of a process without the property {@code reference}. */
    private static final String FILE = "FILE";

    private final Supplier<SubmittedForms> submitted;
    private final Supplier<OpenedForms> opened;
    private final Supplier<AssignmentRules> hands;
    private final ObjectProvider<TaskWatch> watches;

    FormsAndTasks(
            ObjectProvider<SubmittedForms> submitted,
            ObjectProvider<OpenedForms> opened,
            ObjectProvider<AssignmentRules> hands,
            ObjectProvider<TaskWatch> watches) {
        this.submitted = SingletonSupplier.of(submitted::getObject);
        this.opened = SingletonSupplier.of(opened::getObject);
        this.hands = SingletonSupplier.of(hands::getObject);
        this.watches = watches;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreBPMNParseListeners(
                EngineParts.with(configuration.getCustomPreBPMNParseListeners(), new AroundForms()));
        configuration.setCustomPostBPMNParseListeners(
                EngineParts.with(configuration.getCustomPostBPMNParseListeners(), new Watched()));
        configuration.setCustomSessionFactories(EngineParts.with(
                configuration.getCustomSessionFactories(),
                EngineSettings.forEachCommand(FormsOfCommand.class, FormsOfCommand::new)));
        configuration.setCustomPreCommandInterceptorsTxRequired(EngineParts.with(
                configuration.getCustomPreCommandInterceptorsTxRequired(), new OnlyWhatTheFormShows()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getValueTypeResolver().addType(JsonText.TYPE);
    }

    @Override
    public byte[] read(FormRef form) {
        CommandContext context = Context.getCommandContext();
        CamundaFormDefinitionEntity definition = context.getCamundaFormDefinitionManager()
                .findDefinitionByDeploymentAndKey(form.deployment(), form.key());
        if (definition == null) {
            throw new IllegalStateException("Form " + form.key() + " was not deployed with its model");
        }
        return context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(form.deployment(), definition.getResourceName())
                .getBytes();
    }

    /** Session object of one engine command. The object stores which forms the command submitted and what the opened form shows. */
    private static final class FormsOfCommand implements Session {

        /** Ids of the tasks whose forms the command submitted, and of the process instances that the command started with a form. */
        private final Set<String> submitted = new HashSet<>();

        /** Names of all variables, lists and tables that the opened form shows; empty if the command opened no form. */
        private Set<String> opened = Set.of();

        private static FormsOfCommand current() {
            return Context.getCommandContext().getSession(FormsOfCommand.class);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final class FoundWhenAsked extends FormFieldImpl {

        private final OpenedForm.Field field;

        private FoundWhenAsked(OpenedForm.Field field) {
            this.field = field;
            setId(field.key());
        }

        @Override
        public TypedValue getValue() {
            return field.value().get();
        }
    }

    /** Adds the {@link TaskWatch} listeners to the user tasks of every version of every model. */
    private final class Watched extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            String process = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            watches.orderedStream()
                    .filter(watch -> watch.isFor(process, activity.getId()))
                    .forEach(watch -> {
                        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) watch::opened);
                        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, (TaskListener) watch::assigned);
                        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener) watch::ended);
                        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, (TaskListener) watch::ended);
                    });
        }
    }

    private final class AroundForms extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            process.getTaskDefinitions().values().forEach(task -> seal(task, process));
            FormRef form = ref(process.getStartFormDefinition(), process);
            if (form != null) {
                process.setStartFormHandler(new Start(process.getStartFormHandler(), form, prefix(element)));
            }
            if (form != null || process.getInitial() != null) {
                process.getInitial().addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                        execution -> {
                            boolean called = ((ExecutionEntity) execution).getSuperExecution() != null;
                            if (!called && (form != null || EngineAccess.isAskedByAPerson())) {
                                requireSubmitted(execution.getProcessInstanceId(), "startWithForm");
                            }
                        });
            }
        }
    }

    private void seal(TaskDefinition task, ProcessDefinitionEntity process) {
        FormRef form = ref(task.getFormDefinition(), process);
        if (form != null) {
            task.setTaskFormHandler(new Task(task.getTaskFormHandler(), form));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) FormsAndTasks::nameCase);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener)
                    created -> hands.get().standIn(created));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, (TaskListener)
                    assigned -> hands.get().requireOwn(assigned, task.getAssigneeExpression()));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener) completed -> {
                requireSubmitted(completed.getId(), "completeWithForm");
                hands.get().requireMayComplete(completed);
            });
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, (TaskListener)
                    withdrawn -> submitted.get().withdraw(withdrawn.getId()));
        }
    }

    /** Copies the case reference into the task, because Tasklist shows on the card of a task only variables that are local to the task. */
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

    /** @throws Refusal if a task is completed without its form, or a process instance is started without its form */
    private static void requireSubmitted(String id, String refusal) {
        Refusal.unless(FormsOfCommand.current().submitted.remove(id), refusal);
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
            ExecutionEntity instance = (ExecutionEntity) scope;
            submitted.get().start(instance, instance.getProcessDefinition().getKey(), form, prefix, values);
            FormsOfCommand.current().submitted.add(instance.getId());
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
            OpenedForm shown = opened.get().open(task, form);
            FormsOfCommand.current().opened = shown.shown();
            shown.fields().forEach(field -> data.getFormFields().add(new FoundWhenAsked(field)));
            return data;
        }

        @Override
        public void submitFormVariables(VariableMap values, VariableScope scope) {
            TaskEntity task = (TaskEntity) scope;
            submitted.get().complete(task, task.getProcessDefinition().getKey(), form, values);
            FormsOfCommand.current().submitted.add(task.getId());
        }
    }

    /**
     * Limits which variables a person's request reads. The unchanged engine sends every variable of the process with a form. Here the
     * engine sends only the variables that the form shows. Outside a form, the engine sends at most the case reference.
     */
    private static final class OnlyWhatTheFormShows extends CommandInterceptor {

        private static final Set<Class<?>> BESIDE_THE_FORM = Set.of(
                GetTaskVariablesCmd.class,
                GetTaskVariableCmd.class,
                GetTaskVariableCmdTyped.class,
                GetExecutionVariablesCmd.class,
                GetExecutionVariableCmd.class,
                GetExecutionVariableTypedCmd.class,
                SubmitTaskFormCmd.class);

        /** Runs the command that reads the variables of a form, and removes every variable that the form does not show. */
        private record Narrowed<T>(Command<T> form) implements Command<T> {

            @Override
            public T execute(CommandContext context) {
                T result = form.execute(context);
                VariableMap variables = (VariableMap) result;
                variables.keySet().retainAll(FormsOfCommand.current().opened);
                // Tasklist would send the next answer to a list with the type Null, which the engine refuses.
                variables.keySet().removeIf(name -> variables.get(name) == null);
                return result;
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T execute(Command<T> command) {
            if (command instanceof GetTaskFormVariablesCmd) {
                return next.execute(new Narrowed<>(command));
            }
            T result = next.execute(command);
            return EngineAccess.isAskedByAPerson() && BESIDE_THE_FORM.contains(command.getClass())
                    ? (T) caseReferenceOf(result)
                    : result;
        }

        private static Object caseReferenceOf(Object result) {
            if (result instanceof VariableMap variables) {
                variables.keySet().retainAll(Set.of(CaseReference.VARIABLE));
                return variables;
            }
            return null;
        }
    }
}
