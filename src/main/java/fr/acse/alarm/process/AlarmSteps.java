package fr.acse.alarm.process;

import static fr.acse.alarm.process.AlarmProcess.*;

import fr.acse.alarm.AlarmService;
import fr.acse.platform.model.ModelStep;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code alarm.bpmn}. */
@Configuration(proxyBeanMethods = false)
class AlarmSteps {

    /** Notifies a role of an alarm. */
    @Bean
    @ModelStep(
            name = "Tell the role",
            does = "Tells the next role by mail and pager. The message contains no name.",
            reads = "alarmId")
    JavaDelegate tellRoleDelegate(AlarmService alarms) {
        return execution -> alarms.tell(UUID.fromString(ALARM.get(execution)));
    }

    /** Raises an alarm to the next role when nobody has taken the task in time. */
    @Bean
    @ModelStep(
            name = "Raise it to the next role",
            does =
                    "Shows the alarm to the next role as well: to the coordination after an organisation, then to the supervisors.",
            reads = "alarmId",
            writes = "alarmGoesOn")
    JavaDelegate raiseAlarmDelegate(AlarmService alarms) {
        return execution -> GOES_ON.set(execution, alarms.rise(UUID.fromString(ALARM.get(execution))));
    }
}
