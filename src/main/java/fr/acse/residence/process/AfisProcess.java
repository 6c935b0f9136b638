package fr.acse.residence.process;

import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Messages and variables of the process model {@code afis.bpmn}: the answer about the AFIS allowance of the exit pathway. */
@Component
class AfisProcess implements HasContract {

    static final ProcessContract CONTRACT =
            ProcessContract.of("afis").with(PermitVariables.TRACK, PermitVariables.FOLLOWER_GROUP);

    static final String ID = "afis";

    static final String AFIS_OVER = CONTRACT.message("acse.afisOver");

    static final Variable<String> ANSWER = CONTRACT.code("afisAnswer");

    /** Day of the answer about the AFIS allowance. */
    static final Variable<LocalDate> ON = CONTRACT.day("afisOn");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
