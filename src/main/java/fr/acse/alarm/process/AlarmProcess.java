package fr.acse.alarm.process;

import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Constants of the model {@code alarm.bpmn}. */
@Component
class AlarmProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("alarm");

    static final String ID = "alarm";
    static final String TAKEN = CONTRACT.message("acse.alarmTaken");

    static final Variable<String> ALARM = CONTRACT.code("alarmId");
    static final Variable<String> PACE = CONTRACT.code("alarmPace");
    static final Variable<Boolean> GOES_ON = CONTRACT.flag("alarmGoesOn");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
