package fr.acse.placement.process;

import fr.acse.directory.DirectoryService;
import fr.acse.placement.PlaceService;
import fr.acse.placement.PlacementService;
import fr.acse.platform.CaseParties;
import fr.acse.platform.Relation;
import fr.acse.referral.Referrals;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The operator of a case, the shelters that are asked, and the one that has a place. */
@Component
class PlacementParties implements CaseParties {

    private final Referrals referrals;
    private final PlacementService placement;
    private final PlaceService places;
    private final DirectoryService directory;

    PlacementParties(Referrals referrals, PlacementService placement, PlaceService places, DirectoryService directory) {
        this.referrals = referrals;
        this.placement = placement;
        this.places = places;
        this.directory = directory;
    }

    @Override
    public Set<Relation> relations(String person, String reference) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        referrals.findById(reference).ifPresent(referral -> {
            if (directory.worksFor(person, referral.operator())) {
                relations.add(Relation.OPERATOR);
            }
            if (placement.sheltersAsked(reference).stream().anyMatch(each -> directory.worksFor(person, each))) {
                relations.add(Relation.ASKED);
            }
            if (places.sheltersOf(reference).stream().anyMatch(each -> directory.worksFor(person, each))) {
                relations.add(Relation.HOLDER);
            }
        });
        return relations;
    }
}
