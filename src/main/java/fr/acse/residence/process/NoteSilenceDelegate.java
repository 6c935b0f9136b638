package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The prefecture was silent for so long that this is a refusal. */
@Component
@ModelStep(
        name = "Note the silence",
        does = "Silence is a refusal from that day on. An answer that still comes can be recorded.")
@Reads("silenceOn")
@Writes({"decision", "refusalMotive", "obligation", "notifiedOn"})
record NoteSilenceDelegate(ZoneId zone) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        PermitVariables.DECISION.set(execution, "silence");
        PermitRequestProcess.MOTIVE.set(execution, "silence");
        PermitRequestProcess.OBLIGATION.set(execution, "none");
        PermitRequestProcess.NOTIFIED_ON.set(
                execution,
                PermitRequestProcess.SILENCE_ON
                        .get(execution)
                        .toInstant()
                        .atZone(zone)
                        .toLocalDate()
                        .toString());
    }
}
