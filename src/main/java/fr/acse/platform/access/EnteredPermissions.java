package fr.acse.platform.access;

/** The engine's permission rows. */
public interface EnteredPermissions {

    /** Removes every one but those on the own profile and the own groups. */
    void removeAll();
}
