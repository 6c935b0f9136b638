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

/** The filters of a role in Tasklist: the tasks of the role, the user's own tasks, and the tasks that are due within 24 hours. */
@Component
record TaskFilters(FilterService filters, TaskService tasks, Roles roles) {

    /** Creates the filters of a group, or updates existing ones. @return the ids of the filters */
    List<String> enter(String group) {
        List<String> ids = new ArrayList<>();
        // An escort's task has no group. The filter of a role without SEES_ALL_TASKS also lists it, because it has no
        // condition on groups.
        boolean seesOthers = roles.may(List.of(group), Roles.Power.SEES_ALL_TASKS);
        ids.add(enter("filter." + group, 10, seesOthers ? ofRole(group) : mostUrgentFirst()));
        ids.add(enter("filter.mine", 20, mostUrgentFirst().taskAssigneeExpression("${currentUser()}")));
        ids.add(enter("filter.dueSoon", 30, ofMineOrMyGroups().dueBeforeExpression("${dateTime().plusHours(24)}")));
        return ids;
    }

    /** A supervisor's list includes the steps of a late request that she answers herself, which are offered to another group (ADR 52). */
    private TaskQuery ofRole(String group) {
        return roles.may(List.of(group), Roles.Power.SUPERVISES) ? ofMineOrMyGroups() : ofMyGroups();
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
