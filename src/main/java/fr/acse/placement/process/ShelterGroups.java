package fr.acse.placement.process;

import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.ShelterService;
import fr.acse.platform.assignment.SecretGroups;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.rights.ShelterClosing;
import fr.acse.words.Refusal;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Recognises the groups of shelters, and closes a shelter whose group has no members any more. */
@Component
record ShelterGroups(ShelterService shelters, TaskService tasks, RuntimeService runtime, Unchecked unchecked)
        implements SecretGroups, ShelterClosing {

    private static final String ALLOWANCE = "allowance";

    @Override
    public boolean isSecret(String group) {
        return group.equals("shelters") || shelter(group).isPresent();
    }

    @Override
    public void requireClosable(String group) {
        shelter(group).ifPresent(shelter -> {
            shelters.requireEmpty(shelter);
            requireNoWork(group);
        });
    }

    @Override
    public void close(String group, Login by) {
        shelter(group).ifPresent(shelter -> {
            shelters.close(shelter, by);
            requireNoWork(group);
        });
    }

    /** Running allowances are counted as well as tasks, because an allowance can wait for a retry without an open task. */
    private void requireNoWork(String group) {
        boolean inUse = unchecked.call(() -> tasks.createTaskQuery()
                                .taskCandidateGroup(group)
                                .includeAssignedTasks()
                                .count()
                        + runtime.createProcessInstanceQuery()
                                .processDefinitionKey(ALLOWANCE)
                                .variableValueEquals(OrientationProcess.SHELTER_GROUP.name(), group)
                                .count())
                > 0;
        Refusal.unless(!inUse, "shelterInUse");
    }

    private Optional<ShelterCode> shelter(String group) {
        return Optional.of(group)
                .filter(given -> given.startsWith(People.ORGANISATION))
                .map(given -> given.substring(People.ORGANISATION.length()))
                .filter(code -> !code.isEmpty())
                .map(ShelterCode::new)
                .filter(code -> shelters.find(code).isPresent());
    }
}
