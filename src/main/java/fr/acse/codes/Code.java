package fr.acse.codes;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.acse.words.Refusal;

/** The code of a case, a person or a shelter. Each kind has its own type, so that the code cannot confuse them. */
public sealed interface Code permits CaseReference, Login, ShelterCode {

    /** The code as it is stored, sent and shown. */
    @JsonValue
    String value();

    /** @throws Refusal if the value is null or blank */
    static void require(String what, String value) {
        Refusal.unless(value != null && !value.isBlank(), "required", what);
    }
}
