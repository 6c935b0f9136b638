package fr.acse.deadline.process;

import fr.acse.deadline.DeadlineKinds;
import fr.acse.deadline.DeadlineService;
import fr.acse.deadline.Timer;
import fr.acse.platform.engine.TimerWatch;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Updates the deadlines when the engine creates, fires or ends a timer. */
@Component
record TimersOfModels(DeadlineService deadlines, DeadlineKinds kinds) implements TimerWatch {

    /** Process variables that hold the group which must act, by the role in {@code deadlines.txt}. */
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
