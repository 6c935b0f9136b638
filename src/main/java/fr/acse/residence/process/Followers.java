package fr.acse.residence.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Code;
import fr.acse.directory.DirectoryService;
import fr.acse.placement.PlaceService;
import fr.acse.referral.ReferralService;
import fr.acse.residence.PermitTrack;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds the followers of permit tracks. */
@Component
record Followers(ReferralService referrals, PlaceService places, DirectoryService directory) {

    static final String HOME = "shelter";

    /**
     * @param by {@code operator}, {@code shelter} or {@code other}; null means {@code operator}
     * @param other code of the other association
     * @return code of the association or shelter that follows the track
     * @throws Refusal if the woman lives in no shelter, or the other association does not exist
     */
    String code(CaseReference reference, String by, String other) {
        return switch (by == null ? "operator" : by) {
            case HOME -> places.homeOf(reference).map(Code::value).orElseThrow(() -> new Refusal("noShelterFollows"));
            case "other" -> vetted(other);
            default -> referrals.get(reference).operator();
        };
    }

    /** The follower of a track in words. A shelter is not named, because some readers must not know where the woman lives. */
    String inWords(PermitTrack track) {
        if (track.followsHome()) {
            return Words.of("trackFollower.home");
        }
        boolean asked = track.follower().equals(referrals.get(track.reference()).operator());
        return asked ? Words.of("trackFollower.operator") : Words.of("trackFollower.another", track.follower());
    }

    /** True if the follower is the shelter in which the woman lives. After a move, the new shelter follows the track. */
    static boolean isHome(String by) {
        return HOME.equals(by);
    }

    private String vetted(String other) {
        String code = other == null ? "" : other.strip().toLowerCase(Locale.ROOT);
        Refusal.unless(directory.isVetted(code), "noSuchOrganisation", code);
        return code;
    }
}
