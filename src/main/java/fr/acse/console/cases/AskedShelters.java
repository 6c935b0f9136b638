package fr.acse.console.cases;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.Offer;
import fr.acse.placement.OfferService;
import fr.acse.placement.Shelter;
import fr.acse.placement.ShelterService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The shelters that are asked, or were asked for the latest request, for the people who answer it. The coordination telephones them. */
@Component
record AskedShelters(
        OfferService offers, ShelterService shelters, CaseFileService files, CaseAccess access, People people) {

    /**
     * @param hasPeople whether the shelter has users, who can answer the offer in the application
     * @param phone whether the reader may read its telephone number, and record what it said
     * @param said how the offer ended, with the reason of a refusal; null if the shelter can still answer
     */
    record Asked(ShelterCode shelter, Instant until, boolean hasPeople, boolean phone, String said) {}

    private static final String PHONE = "sealed_shelterPhone";
    private static final String ON_THE_PAGE = "case page";

    /** Returns an empty list to users who may not read which shelters are asked. */
    List<Asked> of(CaseReference reference, Login person) {
        if (!access.mayRead("ranking", person, reference)) {
            return List.of();
        }
        boolean phone = access.mayRead(PHONE, person, reference);
        Set<String> staffed = people.staffedOrganisations();
        return offers.latest(reference).stream()
                .map(offer -> new Asked(
                        offer.shelter(),
                        offer.expiresAt(),
                        staffed.contains(People.ORGANISATION + offer.shelter()),
                        phone && offer.isOpen(),
                        said(offer)))
                .toList();
    }

    private static String said(Offer offer) {
        String how = offer.isOpen() ? null : Words.of("offer." + offer.state());
        return offer.declineReason() == null
                ? how
                : Words.of("offer.because", how, Words.of("decline." + offer.declineReason()));
    }

    /**
     * The telephone number of a shelter that is asked. Each reading of the number is in the reveal log.
     *
     * @throws Refusal if the user may not read the number, or the shelter is not asked for the case now
     */
    Map<String, String> telephone(CaseReference reference, ShelterCode code, Login person) {
        boolean asked = offers.asked(reference).stream().map(Offer::shelter).anyMatch(code::equals);
        Refusal.unless(asked && access.mayRead(PHONE, person, reference), "notForYou");
        Shelter shelter = shelters.find(code).orElseThrow();
        return files.reveal(shelter.fileReference(), Set.of(PHONE), person, ON_THE_PAGE);
    }
}
