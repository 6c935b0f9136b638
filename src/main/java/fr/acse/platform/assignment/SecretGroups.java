package fr.acse.platform.assignment;

/** Groups whose people and code only those know who need to: supervisors see their role. */
public interface SecretGroups {

    /** Whether a group is that of a shelter. */
    boolean isSecret(String group);
}
