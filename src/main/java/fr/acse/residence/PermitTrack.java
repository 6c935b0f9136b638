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

/** One way to a residence permit: its route, who follows it, and how it ended. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@Getter
public class PermitTrack {

    /** The route of a track until somebody has chosen one. */
    static final String TO_CHOOSE = "toChoose";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private CaseReference reference;

    /** Code of the ground on which a title is asked for. */
    private String route;

    /** Code of the organisation or shelter whose tasks these are. */
    private String follower;

    /** Whether it is followed by the shelter in which she lives, whichever that is. */
    private boolean followsHome;

    private Instant openedAt;

    /** Code of the address at which she gets letters of the prefecture, or null. */
    private String domicile;

    /** Code of how it ended, or null while it goes on. */
    private String outcome;

    @Getter(AccessLevel.NONE)
    private String otherRoute;

    /** Null while it goes on. */
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

    /** The people who are told of the track. The kind of organisation decides the language. */
    Audience audience() {
        return followsHome ? Audience.shelter(new ShelterCode(follower)) : Audience.operator(follower);
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
