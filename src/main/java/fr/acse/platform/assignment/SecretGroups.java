package fr.acse.platform.assignment;

/** Recognises the groups of shelters. Supervisors see only the role of a shelter's staff, not their names or the code of the shelter. */
public interface SecretGroups {

    /** Whether a group is the group of a shelter. */
    boolean isSecret(String group);
}
