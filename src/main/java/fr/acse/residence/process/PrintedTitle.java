package fr.acse.residence.process;

import fr.acse.residence.Printed;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads a title from a form. */
final class PrintedTitle {

    private PrintedTitle() {}

    static Printed of(VariableScope scope) {
        return new Printed(
                PermitVariables.TITLE_KIND.get(scope),
                PermitVariables.TITLE_FROM.find(scope),
                PermitVariables.TITLE_UNTIL.find(scope),
                PermitVariables.MAY_WORK.find(scope));
    }
}
