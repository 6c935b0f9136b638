package fr.acse.platform.access;

/** The engine's permission rows. */
public interface EnteredPermissions {

    /** Removes all rows but those of each person's own profile and own groups. */
    void removeAll();
}
