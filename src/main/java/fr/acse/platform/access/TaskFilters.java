package fr.acse.platform.access;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Roles;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The filters of a role in Tasklist: the tasks of its group, her own tasks, and the tasks that are due soon. */
@Component
record TaskFilters(FilterService filters, TaskService tasks, Roles roles) {

    /** Enters the filters of a group where they are missing. */
    List<String> enter(String group) {
        List<String> ids = new ArrayList<>();
        // Some tasks belong to one person and to no group, such as an escort's: this filter lists them, too.
        boolean seesOthers = roles.may(List.of(group), Roles.Power.SEES_ALL_TASKS);
        ids.add(enter("filter." + group, 10, seesOthers ? ofMyGroups() : mostUrgentFirst()));
        ids.add(enter("filter.mine", 20, mostUrgentFirst().taskAssigneeExpression("${currentUser()}")));
        ids.add(enter("filter.dueSoon", 30, ofMineOrMyGroups().dueBeforeExpression("${dateTime().plusHours(24)}")));
        return ids;
    }

    private TaskQuery ofMyGroups() {
        return mostUrgentFirst()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }

    private TaskQuery ofMineOrMyGroups() {
        return mostUrgentFirst()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks()
                .endOr();
    }

    private TaskQuery mostUrgentFirst() {
        return tasks.createTaskQuery()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc();
    }

    private String enter(String key, int position, TaskQuery query) {
        String name = Words.of(key);
        Filter known = filters.createFilterQuery().filterName(name).singleResult();
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", Words.of(key + ".description"));
        properties.put("priority", position);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(Map.of("name", CaseReference.VARIABLE, "label", Words.of("filter.case"))));
        Filter filter = known == null ? filters.newTaskFilter(name) : known;
        filter.setQuery(query);
        filter.setProperties(properties);
        return filters.saveFilter(filter).getId();
    }
}
