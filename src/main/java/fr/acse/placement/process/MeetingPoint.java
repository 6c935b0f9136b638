package fr.acse.placement.process;

import fr.acse.casefile.CaseFileService;
import fr.acse.placement.PlaceService;
import fr.acse.placement.ShelterService;
import fr.acse.referral.ArrivalAgreed;
import fr.acse.words.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Refuses a meeting point that contains the name, the street or a telephone number of the shelter (ADR 54). */
@Component
record MeetingPoint(PlaceService places, ShelterService shelters, TellingWords telling, CaseFileService files) {

    @EventListener
    void check(ArrivalAgreed agreed) {
        String point =
                files.readForRule(agreed.reference(), "sealed_meetingPoint").orElse("");
        places.holdingShelter(agreed.reference())
                .flatMap(shelters::find)
                .ifPresent(shelter ->
                        Refusal.unless(!telling.saysWhereItIs(point, shelter.fileReference()), "meetingPointTells"));
    }
}
