package fr.acse.audit.process;

import fr.acse.codes.Login;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Constants of the model {@code bulk-reading.bpmn}. */
@Component
class BulkReadingProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("bulk-reading");

    static final String ID = "bulk-reading";
    /** Prefix of the references of processes about bulk reading. */
    static final String PREFIX = "READ";

    static final Variable<Login> READER = CONTRACT.named("readerLogin");
    static final Variable<Integer> READINGS = CONTRACT.number("readingCount");
    static final Variable<String> DECISION = CONTRACT.code("readingDecision");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
