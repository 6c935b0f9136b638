package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.referral.ReferralService;
import fr.acse.referral.SameWomen;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records which women must never be in the same shelter. No search puts two such women in the same shelter. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class ApartService {

    private final Aparts aparts;
    private final PlaceService places;
    private final ReferralService referrals;
    private final SameWomen sameWomen;
    private final DirectoryService directory;
    private final Clock clock;

    /**
     * @return whether both women have a place in the same shelter now
     * @throws Refusal if both cases are of the same woman, or the user does not belong to the coordination
     */
    public boolean keepApart(CaseReference one, CaseReference other, Login by) {
        Refusal.unless(directory.isIn(by, "coordination"), "notYourStep");
        Refusal.unless(hers(one).noneMatch(other::equals), "apartFromHerself");
        referrals.get(one);
        referrals.get(other);
        if (aparts.findOf(one).stream().noneMatch(each -> each.than(one).equals(other))) {
            aparts.save(new Apart(one, other, by, clock.instant()));
        }
        return areTogether(one, other);
    }

    /** Whether both women have a place in the same shelter now, in any of their cases. */
    public boolean areTogether(CaseReference one, CaseReference other) {
        return !Collections.disjoint(shelters(one), shelters(other));
    }

    /** Shelters in which somebody whom the woman must not meet has a place. All cases of both women count. */
    Set<ShelterCode> sheltersToAvoid(CaseReference reference) {
        return whomSheMustNotMeet(reference)
                .flatMap(each -> places.sheltersOf(each).stream())
                .collect(Collectors.toSet());
    }

    /** Pairs of cases with a place in the same shelter now: a case of the woman, and a case of somebody whom she must not meet. */
    public List<Together> together(CaseReference reference) {
        return hers(reference)
                .flatMap(own -> whomSheMustNotMeet(reference)
                        .filter(other -> !Collections.disjoint(places.sheltersOf(own), places.sheltersOf(other)))
                        .map(other -> new Together(own, other)))
                .distinct()
                .toList();
    }

    /** The cases of two women who must not meet and have a place in the same shelter. */
    public record Together(CaseReference one, CaseReference other) {}

    /** All cases of the women whom this woman must not meet, as recorded in any of her cases. */
    private Stream<CaseReference> whomSheMustNotMeet(CaseReference reference) {
        return hers(reference)
                .flatMap(own -> aparts.findOf(own).stream().map(each -> each.than(own)))
                .flatMap(this::hers);
    }

    /** Shelters in which the woman has a place now, in any of her cases. */
    private Set<ShelterCode> shelters(CaseReference reference) {
        return hers(reference).flatMap(each -> places.sheltersOf(each).stream()).collect(Collectors.toSet());
    }

    private Stream<CaseReference> hers(CaseReference reference) {
        return Stream.concat(Stream.of(reference), sameWomen.otherCasesOf(reference).stream());
    }
}
