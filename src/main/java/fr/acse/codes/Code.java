package fr.acse.codes;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.acse.words.Refusal;

/** The code of a case, a person or a shelter. Each kind has its own Java type, so that the compiler finds a mix-up. */
public sealed interface Code permits CaseReference, Login, ShelterCode {

    /** The code in the form in which it is stored, sent and displayed. */
    @JsonValue
    String value();

    /** @throws Refusal if the value is null or blank */
    static void require(String what, String value) {
        Refusal.unless(value != null && !value.isBlank(), "required", what);
    }
}
