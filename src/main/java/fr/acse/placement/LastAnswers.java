package fr.acse.placement;

/** How often a shelter accepted, declined or was silent of late. */
public record LastAnswers(String shelter, long accepted, long declined, long silent) {

    static LastAnswers none(String shelter) {
        return new LastAnswers(shelter, 0, 0, 0);
    }
}
