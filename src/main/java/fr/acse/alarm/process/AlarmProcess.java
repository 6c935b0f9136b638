package fr.acse.alarm.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code alarm.bpmn}. */
@Component
class AlarmProcess implements ProcessContract {

    static final String ID = "alarm";
    static final String TAKEN = "acse.alarmTaken";

    static final Variable<String> ALARM = Variable.code("alarmId");
    static final Variable<String> PACE = Variable.code("alarmPace");
    static final Variable<Boolean> GOES_ON = Variable.flag("alarmGoesOn");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(ProcessContract.codes(), ALARM, PACE, GOES_ON);
    }

    @Override
    public Set<String> messages() {
        return Set.of(TAKEN);
    }
}
