package fr.acse.codes;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a case, a person or a shelter is called by. Each has a type of its own, so that none is taken for another. */
public sealed interface Code permits CaseReference, Login, ShelterCode {

    /** The code as it is kept, sent and shown. */
    @JsonValue
    String value();

    /** @throws IllegalArgumentException if nothing stands there */
    static void require(String what, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
    }
}
