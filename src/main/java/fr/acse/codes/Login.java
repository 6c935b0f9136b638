package fr.acse.codes;

/** The login name of a person, or {@link #SYSTEM} if a timer or a command acts. */
public record Login(String value) implements Code, Comparable<Login> {

    public static final Login SYSTEM = new Login("system");

    public Login {
        Code.require("Login", value);
    }

    @Override
    public int compareTo(Login other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
