package fr.acse.placement;

import fr.acse.codes.ShelterCode;

/** How many of the latest offers a shelter accepted, declined or did not answer. */
public record LastAnswers(ShelterCode shelter, long accepted, long declined, long silent) {

    static LastAnswers none(ShelterCode shelter) {
        return new LastAnswers(shelter, 0, 0, 0);
    }
}
