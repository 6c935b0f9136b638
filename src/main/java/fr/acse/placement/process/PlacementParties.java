package fr.acse.placement.process;

import fr.acse.directory.DirectoryService;
import fr.acse.placement.PlaceService;
import fr.acse.platform.CaseParties;
import fr.acse.referral.Referrals;
import org.springframework.stereotype.Component;

/** The operator of a case, the shelter that has a place for it, and the coordination. */
@Component
class PlacementParties implements CaseParties {

    private final Referrals referrals;
    private final PlaceService places;
    private final DirectoryService directory;

    PlacementParties(Referrals referrals, PlaceService places, DirectoryService directory) {
        this.referrals = referrals;
        this.places = places;
        this.directory = directory;
    }

    @Override
    public boolean isParty(String person, String reference) {
        return referrals
                .findById(reference)
                .map(referral -> directory.isIn(person, "coordination")
                        || directory.worksFor(person, referral.operator())
                        || places.sheltersOf(reference).stream().anyMatch(each -> directory.worksFor(person, each)))
                .orElse(false);
    }
}
