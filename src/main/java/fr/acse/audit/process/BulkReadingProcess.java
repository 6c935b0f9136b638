package fr.acse.audit.process;

import fr.acse.codes.Login;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code bulk-reading.bpmn}. */
@Component
class BulkReadingProcess implements ProcessContract {

    static final String ID = "bulk-reading";
    /** Prefix of the references of such processes. */
    static final String PREFIX = "READ";

    static final Variable<Login> READER = Variable.login("readerLogin");
    static final Variable<Integer> READINGS = Variable.number("readingCount");
    static final Variable<String> DECISION = Variable.code("readingDecision");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(ProcessContract.codes(), READER, READINGS, DECISION);
    }
}
