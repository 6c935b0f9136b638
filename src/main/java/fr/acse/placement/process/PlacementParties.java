package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.placement.OfferService;
import fr.acse.placement.PlaceService;
import fr.acse.platform.access.CaseParties;
import fr.acse.platform.access.Relation;
import fr.acse.referral.ReferralService;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The operator of a case, the shelters that are asked, the one that has a place, and the one that she leaves for it. */
@Component
class PlacementParties implements CaseParties {

    private final ReferralService referrals;
    private final OfferService offers;
    private final PlaceService places;
    private final DirectoryService directory;

    PlacementParties(ReferralService referrals, OfferService offers, PlaceService places, DirectoryService directory) {
        this.referrals = referrals;
        this.offers = offers;
        this.places = places;
        this.directory = directory;
    }

    @Override
    public Set<Relation> relations(Login person, CaseReference reference) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        referrals.find(reference).ifPresent(referral -> {
            if (directory.worksFor(person, referral.operator()) || directory.standsInFor(person, referral.operator())) {
                relations.add(Relation.OPERATOR);
            }
            // Where the shelter said yes by telephone, somebody else than who heard it may confirm the arrival for it.
            if (directory.isIn(person, "coordination")
                    && offers.recordedByTelephone(reference)
                            .filter(recorder -> !recorder.equals(person))
                            .isPresent()) {
                relations.add(Relation.TELEPHONE);
            }
            if (offers.sheltersAsked(reference).stream().anyMatch(each -> directory.worksFor(person, each))) {
                relations.add(Relation.ASKED);
            }
            ShelterCode holding = places.holdingShelter(reference).orElse(null);
            for (ShelterCode shelter : places.sheltersOf(reference)) {
                if (directory.worksFor(person, shelter)) {
                    relations.add(holding == null || holding.equals(shelter) ? Relation.HOLDER : Relation.LEAVING);
                }
            }
        });
        return relations;
    }
}
