package fr.acse.placement.process;

import static fr.acse.placement.process.ClosePlacesProcess.*;

import fr.acse.codes.Days;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.placement.PlaceService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code close-places.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ClosePlacesSteps {

    /**
     * Closes free places of a shelter for a time, or opens closed places. The staff of a shelter can close or open only the places of their
     * own shelter.
     */
    @Bean
    @ModelStep(
            name = "Close or open the places",
            does = "Closes free places of a shelter for a time, or opens them again.",
            reads = "shelterCode placesAction places closedUntil closedReason")
    JavaDelegate closePlacesDelegate(PlaceService places, DirectoryService directory, CurrentPerson person, Days days) {
        return execution -> {
            ShelterCode shelter = SHELTER_CODE.get(execution);
            if (!directory.worksFor(person.login(), shelter) && !directory.isIn(person.login(), "coordination")) {
                throw new Refusal("noSuchShelter", shelter);
            }
            if ("open".equals(ACTION.get(execution))) {
                places.open(shelter);
                return;
            }
            if (PLACES.find(execution) == null
                    || CLOSED_UNTIL.find(execution) == null
                    || REASON.find(execution) == null) {
                throw new Refusal("closeHow");
            }
            places.close(
                    shelter,
                    PLACES.get(execution),
                    days.start(CLOSED_UNTIL.get(execution).plusDays(1)),
                    REASON.get(execution));
        };
    }
}
