package fr.acse.payment.process;

import fr.acse.placement.Moved;
import fr.acse.placement.PlaceService;
import fr.acse.platform.engine.TasksFollow;
import fr.acse.platform.identity.People;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives the tasks of the allowance to the new shelter when the woman moves. The new shelter then hands the money over. */
@Component
record AllowanceFollows(RuntimeService runtime, PlaceService places, TasksFollow tasks) {

    @EventListener
    void follow(Moved moved) {
        places.homeOf(moved.reference())
                .ifPresent(home -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(AllowanceProcess.ID)
                        .processInstanceBusinessKey(moved.reference().value())
                        .list()
                        .forEach(instance -> tasks.to(
                                People.ORGANISATION + home.value(),
                                instance.getId(),
                                AllowanceProcess.SHELTER_GROUP.name())));
    }
}
