package fr.acse.placement.process;

import static fr.acse.casefile.CaseFileService.folded;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.placement.PlaceService;
import fr.acse.placement.ShelterService;
import fr.acse.referral.ArrivalAgreed;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Refuses a meeting point that contains the name, the street or a telephone number of the shelter. */
@Component
record MeetingPoint(PlaceService places, ShelterService shelters, CaseFileService files) {

    private static final List<String> SECRETS =
            List.of("sealed_shelterName", "sealed_shelterAddress", "sealed_shelterPhone", "sealed_shelterDutyPhone");

    /** A shorter text may be part of an ordinary word. */
    private static final int SHORTEST = 4;

    @EventListener
    void check(ArrivalAgreed agreed) {
        String point = files.readForRule(agreed.reference(), "sealed_meetingPoint")
                .map(MeetingPoint::letters)
                .orElse("");
        places.holdingShelter(agreed.reference())
                .flatMap(shelters::find)
                .ifPresent(shelter -> Refusal.unless(
                        secrets(shelter.fileReference())
                                .noneMatch(secret -> secret.length() >= SHORTEST && point.contains(secret)),
                        "meetingPointTells"));
    }

    private Stream<String> secrets(CaseReference file) {
        return files.readForRule(file, SECRETS).values().stream()
                .map(MeetingPoint::street)
                .map(MeetingPoint::letters);
    }

    /** The first line up to its first comma: a name, a number or a street. */
    private static String street(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.contains(",") ? line.substring(0, line.indexOf(',')) : line;
    }

    private static String letters(String text) {
        return folded(text).replace(" ", "");
    }
}
