package fr.acse.notice;

import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.identity.People;

/**
 * The recipients of a notice: a group or one person.
 *
 * @param group engine group whose members get the mail, or null
 * @param person the only recipient of the mail, or null
 */
public record Audience(Role role, String group, Login person) implements Recipient {

    /** The role of the recipients, which determines the language of a mail ({@code acse.mail.languages}). */
    public enum Role {
        COORDINATION,
        SUPERVISORS,
        OPERATORS,
        SHELTERS,
        FINANCE
    }

    private Audience(Role role, String group) {
        this(role, group, null);
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

    /** @param code code of the association */
    public static Audience operator(String code) {
        return new Audience(Role.OPERATORS, People.ORGANISATION + code);
    }

    public static Audience shelter(ShelterCode code) {
        return new Audience(Role.SHELTERS, People.ORGANISATION + code.value());
    }

    /** A single person as the recipient. The role determines the language. */
    public static Audience person(Login login, Role role) {
        return new Audience(role, null, login);
    }

    /** The members of a group. The group belongs to a role, an association or a shelter. */
    public static Audience group(String group, Role ifOrganisation) {
        return switch (group) {
            case "coordination" -> coordination();
            case "supervisors" -> supervisors();
            case "finance" -> finance();
            default -> new Audience(ifOrganisation, group);
        };
    }
}
