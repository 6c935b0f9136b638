package fr.acse.deadline.process;

import fr.acse.deadline.DeadlineKinds;
import fr.acse.deadline.DeadlineService;
import fr.acse.deadline.Timer;
import fr.acse.platform.engine.TimerWatch;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Keeps the deadlines in step with the timers of the engine. */
@Component
record TimersOfModels(DeadlineService deadlines, DeadlineKinds kinds) implements TimerWatch {

    /** Variables that hold the group which must act. */
    private static final Map<String, String> GROUPS = Map.of("operator", "operatorGroup");

    @Override
    public void made(Made timer) {
        DeadlineKinds.Kind kind = kinds.of(timer.process(), timer.activity());
        String group = GROUPS.containsKey(kind.who()) ? timer.values().apply(GROUPS.get(kind.who())) : null;
        deadlines.started(new Timer(
                timer.job(),
                timer.reference(),
                timer.process(),
                timer.instance(),
                timer.execution(),
                timer.activity(),
                kind,
                Objects.requireNonNullElse(group, kind.who()),
                timer.dueAt()));
    }

    @Override
    public void fired(String job, String process, String activity) {
        deadlines.fired(job, kinds.of(process, activity));
    }

    @Override
    public void ended(String job) {
        deadlines.ended(job);
    }

    @Override
    public void instanceEnded(String instance) {
        deadlines.instanceEnded(instance);
    }
}
