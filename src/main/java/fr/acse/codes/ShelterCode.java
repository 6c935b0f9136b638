package fr.acse.codes;

/** Public code of a shelter. Its name and its address are in a sealed file. */
public record ShelterCode(String value) implements Code, Comparable<ShelterCode> {

    public ShelterCode {
        Code.require("Shelter", value);
    }

    @Override
    public int compareTo(ShelterCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
