package fr.acse.residence.process;

import static fr.acse.residence.process.PermitVariables.*;

import fr.acse.residence.Printed;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads the printed data of a title from the variables of a form. */
final class PrintedTitle {

    private PrintedTitle() {}

    static Printed of(VariableScope scope) {
        return new Printed(
                TITLE_KIND.get(scope), TITLE_FROM.find(scope), TITLE_UNTIL.find(scope), MAY_WORK.find(scope));
    }
}
