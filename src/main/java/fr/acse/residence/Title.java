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

/** A title, a receipt or a certificate with its printed first and last day. */
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

    /** True if the document gives the right to work; null if this was not recorded. */
    private Boolean mayWork;

    @Getter(AccessLevel.NONE)
    private Instant recordedAt;

    /** Code of the reason for which nobody watches the last day any more, or null while it is watched. */
    private String endedAs;

    /** Code of where the woman receives her letters (the association or her lawyer), in a certificate of domicile; null for other documents. */
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

    /** True if this document begins without a gap after the earlier document and ends on the same day or later. */
    boolean takesThePlaceOf(Title earlier) {
        return isCertificate() == earlier.isCertificate()
                && !firstDay.isAfter(earlier.lastDay.plusDays(1))
                && !lastDay.isBefore(earlier.lastDay);
    }

    /** True if the woman holds the document according to the records, also if she watches its last day herself. */
    public boolean isHeld() {
        return endedAs == null || endedAs.equals("handedToHer");
    }

    /** True if the document is a title that is renewed, not a receipt or a certificate. */
    public boolean isTitle() {
        return printed().isTitle();
    }

    /** True if the document is a certificate of domicile. */
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
