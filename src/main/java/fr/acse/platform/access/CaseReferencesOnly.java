package fr.acse.platform.access;

import java.util.List;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.VariableInstance;

/** A person may list only one variable: the case reference of a task that she may see. */
class CaseReferencesOnly extends VariableInstanceManager {

    @Override
    @SuppressWarnings("unchecked")
    public List<VariableInstance> findVariableInstanceByQueryCriteria(VariableInstanceQueryImpl query, Page page) {
        configureQuery(query);
        return access().isPersons(query)
                ? getDbEntityManager().selectList(statement(), query, page)
                : getDbEntityManager().selectList("selectVariableInstanceByQueryCriteria", query, page);
    }

    @Override
    public long findVariableInstanceCountByQueryCriteria(VariableInstanceQueryImpl query) {
        configureQuery(query);
        String statement =
                access().isPersons(query) ? statement() + "Count" : "selectVariableInstanceCountByQueryCriteria";
        return (Long) getDbEntityManager().selectOne(statement, query);
    }

    private String statement() {
        return access().seesAllTasks() ? "fr.acse.caseReferences" : "fr.acse.caseReferencesForPerson";
    }

    private NeedToKnow access() {
        return (NeedToKnow) getSession(AuthorizationManager.class);
    }
}
