package fr.acse.platform.assignment;

/** Groups whose people and code are known only to those who need them. Supervisors see only their role. */
public interface SecretGroups {

    /** Whether a group is that of a shelter. */
    boolean isSecret(String group);
}
