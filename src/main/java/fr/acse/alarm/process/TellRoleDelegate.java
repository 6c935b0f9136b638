package fr.acse.alarm.process;

import fr.acse.alarm.AlarmService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells a role what cannot wait. */
@Component
@ModelStep(name = "Tell the role", does = "Tells the role that is next, by mail and pager, without a name.")
@Reads("alarmId")
record TellRoleDelegate(AlarmService alarms) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        alarms.tell(UUID.fromString(AlarmProcess.ALARM.get(execution)));
    }
}
