package fr.acse.residence.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.engine.CaseLock;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Earlier models asked for the AFIS allowance and did not follow its answer: from the next start on it is followed, or ended. */
@Component
@ConditionalOnWebApplication
class UnfollowedAfis implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(UnfollowedAfis.class);

    private final RuntimeService runtime;
    private final TrackService tracks;
    private final PermitProcesses processes;
    private final CaseLock caseLock;
    private final TransactionTemplate transaction;

    UnfollowedAfis(
            RuntimeService runtime,
            TrackService tracks,
            PermitProcesses processes,
            CaseLock caseLock,
            TransactionTemplate transaction) {
        this.runtime = runtime;
        this.tracks = tracks;
        this.processes = processes;
        this.caseLock = caseLock;
        this.transaction = transaction;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        each("asked", processes::followAfis);
        each("yes", processes::afisIsAnswered);
        each("no", processes::afisIsAnswered);
    }

    /** One that fails stops neither the others nor the start. */
    private void each(String state, Consumer<PermitTrack> step) {
        for (ProcessInstance found : tracksIn(state).list()) {
            try {
                transaction.executeWithoutResult(status -> step(found, state, step));
            } catch (RuntimeException failed) {
                LOG.error("The answer about AFIS of case {} is not followed", found.getBusinessKey(), failed);
            }
        }
    }

    private void step(ProcessInstance found, String state, Consumer<PermitTrack> step) {
        caseLock.hold(new CaseReference(found.getBusinessKey()));
        boolean changed = tracksIn(state).processInstanceId(found.getId()).count() == 0;
        if (!changed) {
            Object track = runtime.getVariable(found.getId(), PermitVariables.TRACK.name());
            step.accept(tracks.get((Integer) track));
        }
    }

    private ProcessInstanceQuery tracksIn(String state) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(ResidencePermitProcess.ID)
                .variableValueEquals(ResidencePermitProcess.AFIS.name(), state);
    }
}
