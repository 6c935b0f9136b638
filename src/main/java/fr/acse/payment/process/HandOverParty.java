package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.access.CaseParties;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Unchecked;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The shelter that hands over the allowance, also when she has left it: it must know to whom. */
@Component
class HandOverParty implements CaseParties {

    private static final String SHELTERS = "shelters";

    private final People people;
    private final TaskService tasks;
    private final Unchecked unchecked;

    HandOverParty(People people, @Lazy TaskService tasks, Unchecked unchecked) {
        this.people = people;
        this.tasks = tasks;
        this.unchecked = unchecked;
    }

    @Override
    public Set<Relation> relations(Login person, CaseReference reference) {
        Set<String> groups = people.groupsOf(person);
        if (!groups.contains(SHELTERS)) {
            return Set.of();
        }
        List<String> hers = groups.stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .toList();
        boolean handsOver = !hers.isEmpty()
                && unchecked.call(() -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(reference.value())
                                .taskDefinitionKey("task_handOverAllowance")
                                .taskCandidateGroupIn(hers)
                                .includeAssignedTasks()
                                .count())
                        > 0;
        return handsOver ? Set.of(Relation.PAYER) : Set.of();
    }
}
