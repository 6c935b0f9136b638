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

/** The followers of permit tracks. */
@Component
record Followers(ReferralService referrals, PlaceService places, DirectoryService directory) {

    static final String HOME = "shelter";

    /**
     * @param by {@code operator}, {@code shelter} or {@code other}; null for the operator
     * @param other code of the other association
     * @return code of the organisation
     * @throws Refusal if she lives in no shelter, or there is no such association
     */
    String code(CaseReference reference, String by, String other) {
        return switch (by == null ? "operator" : by) {
            case HOME -> places.homeOf(reference).map(Code::value).orElseThrow(() -> new Refusal("noShelterFollows"));
            case "other" -> vetted(other);
            default -> referrals.get(reference).operator();
        };
    }

    /** The follower of a track in words. The shelter is not named, because not every reader may know it. */
    String inWords(PermitTrack track) {
        if (track.followsHome()) {
            return Words.of("trackFollower.home");
        }
        boolean asked = track.follower().equals(referrals.get(track.reference()).operator());
        return asked ? Words.of("trackFollower.operator") : Words.of("trackFollower.another", track.follower());
    }

    /** Whether it is the shelter in which she lives, whichever that is. */
    static boolean isHome(String by) {
        return HOME.equals(by);
    }

    private String vetted(String other) {
        String code = other == null ? "" : other.strip().toLowerCase(Locale.ROOT);
        Refusal.unless(directory.isVetted(code), "noSuchOrganisation", code);
        return code;
    }
}
