package fr.acse.residence.process;

import fr.acse.residence.Printed;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads a title from a form. */
final class PrintedTitle {

    private PrintedTitle() {}

    static Printed of(VariableScope scope) {
        String mayWork = PermitVariables.MAY_WORK.find(scope);
        return new Printed(
                PermitVariables.TITLE_KIND.get(scope),
                day(PermitVariables.TITLE_FROM.find(scope)),
                day(PermitVariables.TITLE_UNTIL.find(scope)),
                mayWork == null ? null : mayWork.equals("yes"));
    }

    static LocalDate day(String date) {
        return date == null || date.isEmpty() ? null : LocalDate.parse(date);
    }
}
