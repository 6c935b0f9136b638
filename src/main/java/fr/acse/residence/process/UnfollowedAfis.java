package fr.acse.residence.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.engine.CaseLock;
import fr.acse.residence.TrackService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tracks whose models asked for the AFIS allowance and did not follow its answer: it is followed from the next start on. */
@Component
class UnfollowedAfis implements ApplicationListener<ApplicationReadyEvent> {

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
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(ResidencePermitProcess.ID)
                .variableValueEquals(ResidencePermitProcess.AFIS.name(), "asked")
                .list()
                .forEach(track -> transaction.executeWithoutResult(status -> follow(track)));
    }

    private void follow(ProcessInstance track) {
        caseLock.hold(new CaseReference(track.getBusinessKey()));
        Object id = runtime.getVariable(track.getId(), PermitVariables.TRACK.name());
        processes.followAfis(tracks.get((Integer) id));
    }
}
