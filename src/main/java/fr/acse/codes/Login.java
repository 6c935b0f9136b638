package fr.acse.codes;

/** Name by which a person logs in, or {@link #SYSTEM} where a timer or a command acts. */
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
