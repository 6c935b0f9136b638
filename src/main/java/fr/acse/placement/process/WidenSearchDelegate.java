package fr.acse.placement.process;

import fr.acse.placement.Constraint;
import fr.acse.placement.RequestService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.words.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records which constraint is relaxed, and by whom. */
@Component
@ModelStep(name = "Widen the search", does = "Records which constraint is relaxed, and by whom.")
@Reads("relaxedConstraint")
record WidenSearchDelegate(RequestService requests, CaseAccess access, CurrentPerson person) implements JavaDelegate {

    private static final Map<String, Constraint> CONSTRAINTS = Map.of(
            "language", Constraint.LANGUAGE,
            "accessibility", Constraint.ACCESSIBILITY,
            "pregnancy", Constraint.PREGNANCY,
            "childAge", Constraint.CHILD_AGE,
            "askedBefore", Constraint.ASKED_BEFORE);

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.COORDINATION);
        String constraint = OrientationProcess.RELAXED_CONSTRAINT.find(execution);
        if (constraint == null) {
            throw new Refusal("relaxedConstraint");
        }
        requests.relax(ProcessContract.CASE_REFERENCE.get(execution), CONSTRAINTS.get(constraint), person.login());
    }
}
