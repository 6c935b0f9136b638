package fr.acse.codes;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.acse.words.Refusal;

/** What a case, a person or a shelter is called by. Each has a type of its own, so that none is taken for another. */
public sealed interface Code permits CaseReference, Login, ShelterCode {

    /** The code as it is kept, sent and shown. */
    @JsonValue
    String value();

    /** @throws Refusal if nothing stands there */
    static void require(String what, String value) {
        Refusal.unless(value != null && !value.isBlank(), "required", what);
    }
}
