package fr.acse.residence;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.notice.Audience;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A permit track: one procedure for a residence permit, with its route, its follower and its outcome. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@Getter
public class PermitTrack {

    /** The route of a track until its follower has chosen one. */
    static final String TO_CHOOSE = "toChoose";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private CaseReference reference;

    /** Code of the legal ground of the permit that is requested. */
    private String route;

    /** Code of the association or shelter that follows the track and has its tasks. */
    private String follower;

    /** True if the shelter in which the woman lives follows the track. After a move, the new shelter follows it. */
    private boolean followsHome;

    private Instant openedAt;

    /** Code of the address at which the woman gets letters of the prefecture, or null. */
    private String domicile;

    /** Code of the outcome of the track, or null while the track is open. */
    private String outcome;

    @Getter(AccessLevel.NONE)
    private String otherRoute;

    /** The end of the track, or null while the track is open. */
    private Instant closedAt;

    @Version
    private int version;

    PermitTrack(CaseReference reference, String route, String follower, Instant openedAt) {
        this.reference = reference;
        this.route = route;
        this.follower = follower;
        this.openedAt = openedAt;
    }

    void goesBy(String chosen) {
        route = chosen;
    }

    void isFollowedBy(String organisation, boolean home) {
        follower = organisation;
        followsHome = home;
    }

    void isDomiciledAt(String at) {
        domicile = at;
    }

    void close(String as, String next, Instant at) {
        outcome = as;
        otherRoute = next;
        closedAt = at;
    }

    public int id() {
        return id;
    }

    /** The people who get notices about the track: those of the shelter or the association that follows it. */
    Audience audience() {
        return followsHome ? Audience.shelter(new ShelterCode(follower)) : Audience.operator(follower);
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
