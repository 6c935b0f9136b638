package fr.acse.notice;

import fr.acse.codes.ShelterCode;
import fr.acse.platform.identity.People;

/**
 * Who is told.
 *
 * @param group engine group whose members get the mail
 */
public record Audience(Role role, String group) {

    /** Decides the language of a mail, {@code acse.mail.languages}. */
    public enum Role {
        COORDINATION,
        SUPERVISORS,
        OPERATORS,
        SHELTERS,
        FINANCE
    }

    public static Audience coordination() {
        return new Audience(Role.COORDINATION, "coordination");
    }

    public static Audience supervisors() {
        return new Audience(Role.SUPERVISORS, "supervisors");
    }

    public static Audience finance() {
        return new Audience(Role.FINANCE, "finance");
    }

    /** @param code of the organisation */
    public static Audience operator(String code) {
        return new Audience(Role.OPERATORS, People.ORGANISATION + code);
    }

    public static Audience shelter(ShelterCode code) {
        return new Audience(Role.SHELTERS, People.ORGANISATION + code.value());
    }
}
