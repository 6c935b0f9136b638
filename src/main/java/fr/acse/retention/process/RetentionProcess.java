package fr.acse.retention.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class RetentionProcess implements ProcessContract {

    static final Variable<Integer> ANNOUNCED = Variable.number("announcedCount");
    static final Variable<Integer> ERASED = Variable.number("erasedCount");

    @Override
    public String processId() {
        return "retention";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(ProcessContract.codes("erasureRead"), ANNOUNCED, ERASED);
    }
}
