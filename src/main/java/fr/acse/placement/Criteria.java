package fr.acse.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * The kinds of households that a shelter can take.
 *
 * @param maxChildAge highest age of a child in years
 * @param cots number of babies that the shelter can take
 * @param languages codes of the languages of the staff, separated by commas
 */
@Embeddable
public record Criteria(
        @Column(name = "accepts_children") boolean acceptsChildren,
        @Column(name = "max_child_age") int maxChildAge,
        @Column(name = "cots") int cots,
        @Column(name = "accepts_pregnancy") boolean acceptsPregnancy,
        @Column(name = "step_free") boolean stepFree,
        @Column(name = "languages") String languages) {

    /** The same criteria with only the cots that are free. */
    Criteria withCotsTaken(long babies) {
        int left = (int) Math.max(0, cots - babies);
        return left == cots
                ? this
                : new Criteria(acceptsChildren, maxChildAge, left, acceptsPregnancy, stepFree, languages);
    }

    public boolean speaks(String language) {
        return List.of(languages.split(",")).contains(language);
    }
}
