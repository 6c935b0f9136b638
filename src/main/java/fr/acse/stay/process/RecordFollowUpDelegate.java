package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Variable;
import fr.acse.platform.model.Writes;
import fr.acse.stay.FollowUpService;
import fr.acse.stay.FollowUpService.Next;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What was done in a stay, and what comes next. */
@Component
@ModelStep(
        name = "Record the follow-up",
        does =
                "Keeps what was done and what comes next, with whom and until which day. The next follow-up comes on the first of these days, a month later at the latest.")
@Reads({
    "actionsDone",
    "topics",
    "nextActions",
    "actions1",
    "actions1With",
    "actions1On",
    "actions2",
    "actions2With",
    "actions2On"
})
@Writes("actionDueAt")
record RecordFollowUpDelegate(FollowUpService followUps, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        String how = StayProcess.NEXT_ACTIONS.get(execution);
        List<Next> next = new ArrayList<>();
        if (!"none".equals(how)) {
            next.add(next(execution, StayProcess.ACTIONS_1, StayProcess.ACTIONS_1_WITH, StayProcess.ACTIONS_1_ON));
        }
        if ("two".equals(how)) {
            next.add(next(execution, StayProcess.ACTIONS_2, StayProcess.ACTIONS_2_WITH, StayProcess.ACTIONS_2_ON));
        }
        StayProcess.ACTION_DUE_AT.set(
                execution,
                Date.from(followUps.record(
                        reference,
                        list(execution, StayProcess.ACTIONS_DONE),
                        list(execution, StayProcess.TOPICS),
                        next,
                        person.login())));
    }

    private static Next next(
            DelegateExecution execution, Variable<String> kinds, Variable<String> with, Variable<String> on) {
        return new Next(list(execution, kinds), with.get(execution), LocalDate.parse(on.get(execution)));
    }

    private static Set<String> list(DelegateExecution execution, Variable<String> variable) {
        String chosen = variable.find(execution);
        return chosen == null || chosen.isEmpty() ? Set.of() : Set.of(chosen.split(","));
    }
}
