package fr.acse.placement.process;

import static fr.acse.placement.process.WaitingListProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.WaitingList;
import fr.acse.platform.engine.CaseLock;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code waiting-list.bpmn}. */
@Configuration(proxyBeanMethods = false)
class WaitingListSteps {

    /**
     * Sends a message to the processes of the called cases. If another event continued a case earlier, the search of the case runs anyway.
     */
    @Bean
    @ModelStep(
            name = "Call the case whose turn it is",
            does = "Continues the cases on the waiting list whose turn it is when a place is free again.",
            reads = "freedShelter",
            writes = "calledCount")
    JavaDelegate callWaitingListDelegate(WaitingList waitingList, CaseProcesses processes, CaseLock caseLock) {
        return execution -> {
            ShelterCode shelter = FREED_SHELTER.get(execution);
            // The cases are locked before the shelter, in the same order as in every step of a user.
            waitingList.cases().forEach(caseLock::hold);
            List<CaseReference> turn = waitingList.call(shelter);
            for (CaseReference reference : turn) {
                processes.tell(
                        reference, OrientationProcess.PLACE_FREED, OrientationProcess.FREED_SHELTER.with(shelter));
            }
            CALLED.set(execution, turn.size());
        };
    }
}
