package fr.acse.platform.access;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** Lists and counts the tasks that a person may see, whatever she asks for; the statements are in {@code visible-tasks.xml}. */
class VisibleTasks extends TaskManager {

    @Override
    @SuppressWarnings("unchecked")
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        configureQuery(query);
        return getDbEntityManager().selectList("fr.acse." + statement(query), query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        configureQuery(query);
        return (Long) getDbEntityManager().selectOne("fr.acse." + statement(query) + "Count", query);
    }

    private String statement(TaskQueryImpl query) {
        NeedToKnow access = (NeedToKnow) getSession(AuthorizationManager.class);
        if (access.isPersons(query) && !access.seesAllTasks()) {
            return "tasksForPerson";
        }
        return joins(query) ? "allTasks" : "allTasksOnce";
    }

    private static boolean joins(TaskQueryImpl query) {
        return query.getQueries().size() > 1
                || query.getCandidateUser() != null
                || query.getCandidateGroups() != null
                || query.getInvolvedUser() != null
                || query.isWithCandidateGroups()
                || query.isWithCandidateUsers()
                || query.getExpressions().keySet().stream().anyMatch(key -> key.startsWith("taskCandidate"));
    }
}
