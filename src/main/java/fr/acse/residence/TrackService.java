package fr.acse.residence;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the permit tracks of cases. A case never has two open tracks of the same route; a closed route can be opened again. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class TrackService {

    /** Facts that can be recorded once per track and day. Other facts can repeat, for example two titles on the same day. */
    private static final Set<String> SAID_ONCE = Set.of(
            "complaintWithdrawn",
            "prosecutorDismissed",
            "judgeDismissed",
            "acquitted",
            "complaintFiled",
            "convictedNotFinally",
            "convictedFinally",
            "continuedProstitution",
            "renewedLinks",
            "publicOrder");

    private final PermitTracks tracks;
    private final PermitFacts facts;
    private final ReferralService referrals;
    private final Notices notices;
    private final Days days;

    /**
     * @param route code of the legal ground, or null if it is not chosen yet
     * @param follower code of the association or shelter that follows the track, or null for the association of the case
     * @param home true if the follower is the shelter in which the woman lives
     * @throws Refusal if the case has an open track of this route
     */
    public PermitTrack open(CaseReference reference, String route, String follower, boolean home) {
        String operator = referrals.get(reference).operator();
        String kind = route == null ? PermitTrack.TO_CHOOSE : route;
        requireNone(reference, kind);
        PermitTrack track = new PermitTrack(reference, kind, operator, days.now());
        if (follower != null) {
            track.isFollowedBy(follower, home);
        }
        return tracks.save(track);
    }

    /** @throws Refusal if the case has another open track of this route */
    public void choose(int track, String route) {
        PermitTrack chosen = get(track);
        requireNone(chosen.reference(), route);
        chosen.goesBy(route);
    }

    private void requireNone(CaseReference reference, String route) {
        Refusal.unless(
                tracks.findByReferenceAndRouteAndClosedAtIsNull(reference, route)
                        .isEmpty(),
                "permitExists",
                reference,
                Words.of("permitRoute." + route));
    }

    /** @param otherRoute code of the route that is examined next, or null */
    public void close(int track, String outcome, String otherRoute) {
        get(track).close(outcome, otherRoute, days.now());
    }

    /**
     * Changes the follower of a track and tells the people of the new follower.
     *
     * @param home true if the follower is the shelter in which the woman lives; after a move, the new shelter follows the track
     */
    public void follow(int track, String organisation, boolean home) {
        PermitTrack followed = get(track);
        followed.isFollowedBy(organisation, home);
        notices.tell(Event.PERMIT_FOLLOWED, followed.reference(), null, followed.audience());
    }

    /** Tells the follower of the track and the supervisors that the answer about the AFIS allowance is missing. */
    public void remindOfAfis(int track) {
        PermitTrack waiting = get(track);
        notices.tell(Event.AFIS_WAITS, waiting.reference(), null, waiting.audience(), Audience.supervisors());
    }

    public void domicile(int track, String at) {
        get(track).isDomiciledAt(at);
    }

    /**
     * Stores a fact with its source and its day.
     *
     * @throws Refusal if the day is in the future, or the fact is already recorded for that day
     */
    public void note(int track, String kind, String source, LocalDate day, Login by) {
        Refusal.unless(!day.isAfter(days.today()), "factAhead", Words.day(day));
        Refusal.unless(
                !SAID_ONCE.contains(kind) || !facts.existsByTrackAndKindAndHappenedOn(track, kind, day),
                "newsKnown",
                Words.of("newsKind." + kind),
                Words.day(day));
        facts.save(new PermitFact(get(track), kind, source, day, by, days.now()));
    }

    /** The facts of all tracks of a case, in the order in which they were recorded. */
    public List<PermitFact> factsOf(CaseReference reference) {
        return facts.findByReferenceOrderById(reference);
    }

    /** @throws Refusal if no track has this id */
    public PermitTrack get(int track) {
        return tracks.findById(track).orElseThrow(() -> new Refusal("noSuchTrack"));
    }

    /** The open track of a route, or else the latest closed one, whose title may still be valid. @throws Refusal if there is none */
    public PermitTrack latest(CaseReference reference, String route) {
        return find(reference, route)
                .or(() -> of(reference).stream()
                        .filter(each -> each.route().equals(route))
                        .reduce((one, later) -> later))
                .orElseThrow(() -> new Refusal("noTrack", reference, Words.of("permitRoute." + route)));
    }

    public Optional<PermitTrack> find(CaseReference reference, String route) {
        return tracks.findByReferenceAndRouteAndClosedAtIsNull(reference, route);
    }

    public boolean isOpened(CaseReference reference) {
        return tracks.existsByReference(reference);
    }

    /** True if one of the given associations or shelters follows a track of the case, also a closed track. */
    public boolean isFollowed(CaseReference reference, Set<String> by) {
        return of(reference).stream().map(PermitTrack::follower).anyMatch(by::contains);
    }

    /** Tracks that the woman's shelter follows. Closed tracks are included, because their titles may still be valid. */
    public List<PermitTrack> followingHome(CaseReference reference) {
        return of(reference).stream().filter(PermitTrack::followsHome).toList();
    }

    public List<PermitTrack> of(CaseReference reference) {
        return tracks.findByReferenceOrderById(reference);
    }
}
