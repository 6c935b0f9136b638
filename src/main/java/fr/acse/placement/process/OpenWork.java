package fr.acse.placement.process;

import fr.acse.platform.assignment.LiveTasks;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.Unchecked;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The open tasks of a process instance, for a rule of the software that acts for a person. */
@Component
record OpenWork(TaskService tasks, LiveTasks live, Unchecked unchecked, CurrentPerson person) {

    List<DelegateTask> openTasks(String instance, Set<String> steps) {
        return unchecked.call(
                () -> tasks
                        .createTaskQuery()
                        .processInstanceId(instance)
                        .taskDefinitionKeyIn(steps.toArray(String[]::new))
                        .list()
                        .stream()
                        .flatMap(open -> live.find(open.getId()).stream())
                        .toList());
    }
}
