package fr.acse.platform.history;

import fr.acse.platform.EngineParts;
import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Adds what follows the cases to the engine, in place of its own history. */
@Component
class HistorySettings extends AbstractProcessEnginePlugin {

    private final CaseHistory history;
    private final Clock clock;

    HistorySettings(@Lazy CaseHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(
                EngineParts.with(configuration.getCustomHistoryLevels(), new QuietHistoryLevel()));
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.setCustomHistoryEventHandlers(
                EngineParts.with(configuration.getCustomHistoryEventHandlers(), new KeptHistory()));
        configuration.setCustomPostBPMNParseListeners(
                EngineParts.with(configuration.getCustomPostBPMNParseListeners(), new PathListener()));
        configuration.setCustomSessionFactories(EngineParts.with(
                configuration.getCustomSessionFactories(),
                EngineParts.forEachCommand(Path.class, () -> new Path(history, clock))));
    }
}
