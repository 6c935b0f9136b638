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

/** The steps of model {@code waiting-list.bpmn}. */
@Configuration(proxyBeanMethods = false)
class WaitingListSteps {

    /** Wakes the cases whose turn it is. If something else has woken a case meanwhile, its search runs anyway. */
    @Bean
    @ModelStep(
            name = "Call the case whose turn it is",
            does = "Continues the cases on the waiting list whose turn it is when a place is free again.",
            reads = "freedShelter",
            writes = "calledCount")
    JavaDelegate callWaitingListDelegate(WaitingList waitingList, CaseProcesses processes, CaseLock caseLock) {
        return execution -> {
            ShelterCode shelter = FREED_SHELTER.get(execution);
            // Locks the cases before the shelter, in the same order as every step of a person.
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
