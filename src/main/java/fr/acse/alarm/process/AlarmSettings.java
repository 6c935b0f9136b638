package fr.acse.alarm.process;

import fr.acse.alarm.AlarmKinds;
import fr.acse.platform.EngineParts;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Has the tasks of {@link AlarmKinds} watched, in every version of every model. */
@Component
class AlarmSettings extends AbstractProcessEnginePlugin {

    private final AlarmKinds kinds;
    private final TaskAlarms alarms;

    AlarmSettings(AlarmKinds kinds, TaskAlarms alarms) {
        this.kinds = kinds;
        this.alarms = alarms;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(EngineParts.with(
                configuration.getCustomPostBPMNParseListeners(), new AbstractBpmnParseListener() {
                    @Override
                    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                        String process = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
                        if (kinds.knows(process, activity.getId())) {
                            watch(
                                    process,
                                    ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition());
                        }
                    }
                }));
    }

    private void watch(String process, TaskDefinition task) {
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE, (TaskListener) opened -> alarms.opened(process, opened));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, (TaskListener) alarms::assigned);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener) alarms::ended);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, (TaskListener) alarms::ended);
    }
}
