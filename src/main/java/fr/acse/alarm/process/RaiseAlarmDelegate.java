package fr.acse.alarm.process;

import fr.acse.alarm.AlarmService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody took it in time. */
@Component
@ModelStep(
        name = "Raise it to the next role",
        does = "The next role sees the alarm, too: the coordination after an organisation, then the supervisors.")
@Reads("alarmId")
@Writes("alarmGoesOn")
record RaiseAlarmDelegate(AlarmService alarms) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        AlarmProcess.GOES_ON.set(execution, alarms.rise(UUID.fromString(AlarmProcess.ALARM.get(execution))));
    }
}
