package fr.acse.platform.form;

import fr.acse.platform.identity.Caller;
import fr.acse.platform.model.ProcessContract;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableTypedCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * With a form, the engine would also send every variable of the process. Here a person gets only the variables that
 * the form shows. Outside a form, in lists and in the answer to a step, she gets only the case reference.
 */
class OnlyWhatTheFormShows extends CommandInterceptor {

    private static final Set<Class<?>> BESIDE_THE_FORM = Set.of(
            GetTaskVariablesCmd.class,
            GetTaskVariableCmd.class,
            GetTaskVariableCmdTyped.class,
            GetExecutionVariablesCmd.class,
            GetExecutionVariableCmd.class,
            GetExecutionVariableTypedCmd.class,
            SubmitTaskFormCmd.class);

    /** Reads what the form shows while its command still runs. */
    private record Narrowed<T>(Command<T> form) implements Command<T> {

        @Override
        public T execute(CommandContext context) {
            T result = form.execute(context);
            ((VariableMap) result).keySet().retainAll(FormSession.current().opened());
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
        return isAskedByAPerson() && BESIDE_THE_FORM.contains(command.getClass())
                ? (T) caseReferenceOf(result)
                : result;
    }

    private static boolean isAskedByAPerson() {
        CommandContext around = Context.getCommandContext();
        return Caller.isThroughHttp() && (around == null || around.isAuthorizationCheckEnabled());
    }

    private static Object caseReferenceOf(Object result) {
        if (result instanceof VariableMap variables) {
            variables.keySet().retainAll(Set.of(ProcessContract.CASE_REFERENCE.name()));
            return variables;
        }
        return null;
    }
}
