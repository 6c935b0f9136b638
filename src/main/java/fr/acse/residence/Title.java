package fr.acse.residence;

import fr.acse.codes.CaseReference;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A title, a receipt or a certificate with the days that are printed on it. */
@Entity
@Table(name = "permit_title")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@Getter
public class Title {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private int track;
    private CaseReference reference;
    private String kind;
    private LocalDate firstDay;
    private LocalDate lastDay;

    /** Null where nobody said. */
    private Boolean mayWork;

    @Getter(AccessLevel.NONE)
    private Instant recordedAt;

    /** Why nobody has to watch its last day any more, or null. */
    private String endedAs;

    /** Code of where she is domiciled by a certificate; null in a title. */
    private String domicile;

    @Version
    private int version;

    Title(PermitTrack track, Printed printed, Instant recordedAt) {
        this.track = track.id();
        this.reference = track.reference();
        this.kind = printed.kind();
        this.firstDay = printed.from();
        this.lastDay = printed.until();
        this.mayWork = printed.mayWork();
        this.recordedAt = recordedAt;
        this.domicile = printed.isCertificate() ? track.domicile() : null;
    }

    /** Whether this title begins without a gap after the earlier one and lasts at least as long. */
    boolean takesThePlaceOf(Title earlier) {
        return isCertificate() == earlier.isCertificate()
                && !firstDay.isAfter(earlier.lastDay.plusDays(1))
                && !lastDay.isBefore(earlier.lastDay);
    }

    /** Whether she holds it as far as is known, even if she watches its last day herself. */
    public boolean isHeld() {
        return endedAs == null || endedAs.equals("handedToHer");
    }

    /** Whether it is renewed: no receipt or certificate. */
    public boolean isTitle() {
        return printed().isTitle();
    }

    /** Whether it is a certificate of domicile. */
    public boolean isCertificate() {
        return printed().isCertificate();
    }

    Printed printed() {
        return new Printed(kind, firstDay, lastDay, mayWork);
    }

    void end(String as) {
        endedAs = as;
    }

    public int id() {
        return id;
    }
}
