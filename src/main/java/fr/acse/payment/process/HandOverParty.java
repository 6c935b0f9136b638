package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseParties;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Unchecked;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Permissions of the shelter that hands the allowance over, also after the woman left: the shelter must know who she is. */
@Component
record HandOverParty(People people, TaskService tasks, Unchecked unchecked) implements CaseParties {

    private static final String SHELTERS = "shelters";

    @Override
    public Map<CaseReference, Set<Relation>> relations(Login person, Collection<CaseReference> references) {
        Set<String> groups = people.groupsOf(person);
        List<String> hers = groups.stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .toList();
        if (!groups.contains(SHELTERS) || hers.isEmpty()) {
            return Map.of();
        }
        return references.stream()
                .filter(reference -> handsOver(reference, hers))
                .collect(Collectors.toMap(Function.identity(), any -> Set.of(Relation.PAYER)));
    }

    private boolean handsOver(CaseReference reference, List<String> hers) {
        return unchecked.call(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDefinitionKey("task_handOverAllowance")
                        .taskCandidateGroupIn(hers)
                        .includeAssignedTasks()
                        .count())
                > 0;
    }
}
