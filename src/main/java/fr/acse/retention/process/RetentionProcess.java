package fr.acse.retention.process;

import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

@Component
class RetentionProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("retention").withChoices("erasureRead");

    static final Variable<Integer> ANNOUNCED = CONTRACT.number("announcedCount");
    static final Variable<Integer> ERASED = CONTRACT.number("erasedCount");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
