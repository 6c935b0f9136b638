package fr.acse.platform;

import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;

/** Whoever opens a form would get every variable of the process along with it; she gets those that the form shows. */
class OnlyWhatTheFormShows extends CommandInterceptor {

    private final SealedForms forms;

    OnlyWhatTheFormShows(SealedForms forms) {
        this.forms = forms;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof GetTaskFormVariablesCmd)) {
            return next.execute(command);
        }
        forms.takeOpened();
        T result = next.execute(command);
        ((VariableMap) result).keySet().retainAll(forms.takeOpened());
        return result;
    }
}
