package fr.acse.placement;

import fr.acse.codes.ShelterCode;

/** How often a shelter accepted, declined or was silent of late. */
public record LastAnswers(ShelterCode shelter, long accepted, long declined, long silent) {

    static LastAnswers none(ShelterCode shelter) {
        return new LastAnswers(shelter, 0, 0, 0);
    }
}
