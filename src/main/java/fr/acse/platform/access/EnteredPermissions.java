package fr.acse.platform.access;

/** The permission rows in the engine's tables. */
public interface EnteredPermissions {

    /** Removes all permission rows, except those for each person's own profile and own groups. */
    void removeAll();
}
