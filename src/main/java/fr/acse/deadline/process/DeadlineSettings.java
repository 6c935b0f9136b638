package fr.acse.deadline.process;

import fr.acse.deadline.DeadlineKinds;
import fr.acse.deadline.DeadlineService;
import fr.acse.platform.EngineParts;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Adds the listener of the timers to the engine. */
@Component
class DeadlineSettings extends AbstractProcessEnginePlugin {

    private final TimerListener timers;

    DeadlineSettings(@Lazy DeadlineService deadlines, @Lazy DeadlineKinds kinds) {
        this.timers = new TimerListener(deadlines, kinds);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryEventHandlers(
                EngineParts.with(configuration.getCustomHistoryEventHandlers(), timers));
    }
}
