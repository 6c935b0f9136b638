package fr.acse.residence.process;

import fr.acse.codes.CaseReference;
import fr.acse.placement.Moved;
import fr.acse.placement.PlaceService;
import fr.acse.referral.CaseClosed;
import fr.acse.referral.ReferralService;
import fr.acse.residence.TrackService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tracks that the woman's shelter follows get a new follower: the next shelter after a move, the association after the case. */
@Component
record TracksFollowHome(
        TrackService tracks, PlaceService places, ReferralService referrals, PermitProcesses processes) {

    @EventListener
    void follow(Moved moved) {
        places.homeOf(moved.reference()).ifPresent(home -> hand(moved.reference(), home.value(), true));
    }

    @EventListener
    void follow(CaseClosed closed) {
        hand(closed.reference(), referrals.get(closed.reference()).operator(), false);
    }

    private void hand(CaseReference reference, String to, boolean home) {
        tracks.followingHome(reference).forEach(track -> {
            tracks.follow(track.id(), to, home);
            processes.follow(track);
        });
    }
}
