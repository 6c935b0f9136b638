package fr.acse.placement.process;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.placement.PlaceService;
import fr.acse.placement.ShelterService;
import fr.acse.referral.ArrivalAgreed;
import fr.acse.words.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Refuses texts that the association reads before the departure, and that contain the name, the street or a telephone number of the shelter
 * that holds the place (ADR 54).
 */
@Component
record TextsBeforeDeparture(PlaceService places, ShelterService shelters, TellingWords telling, CaseFileService files) {

    @EventListener
    void check(ArrivalAgreed agreed) {
        check(agreed.reference(), "sealed_meetingPoint", "meetingPointTells");
    }

    void checkAnswer(CaseReference reference) {
        check(reference, "sealed_answerNote", "answerNoteTells");
    }

    private void check(CaseReference reference, String field, String refusal) {
        files.readForRule(reference, field)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> places.holdingShelter(reference)
                        .flatMap(shelters::find)
                        .ifPresent(shelter -> Refusal.unless(
                                !telling.says(text, shelter.code().value())
                                        && !telling.saysWhereItIs(text, shelter.fileReference()),
                                refusal)));
    }
}
