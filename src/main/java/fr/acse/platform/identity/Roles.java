package fr.acse.platform.identity;

import fr.acse.words.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The groups of people and the permissions of each group, from {@code network/roles.txt}. Permissions in a case are not in this table. */
@Component
public class Roles {

    /** The engine requires this group name. If the group has no member, the web applications ask for a first administrator. */
    public static final String ADMINISTRATORS = "camunda-admin";

    /** Permissions of a role. The table explains each of them. */
    public enum Power {
        WORKS_IN_ASSOCIATION,
        WORKS_IN_SHELTER,
        BESIDE_WORK,
        IN_NETWORK,
        HAS_TASKS,
        HAS_CASES,
        SEES_ALL_TASKS,
        SEES_HOLDERS,
        STANDS_IN,
        SUPERVISES,
        MANAGES,
        DEPLOYS,
        WATCHES,
        GRANTS,
        GRANTS_IN_ORGANISATIONS;

        private static Power named(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private final Map<String, Set<Power>> powers = new LinkedHashMap<>();

    public Roles() {
        Table.rows(Roles.class, "/network/roles.txt")
                .forEach(row -> powers.put(
                        row.get(0),
                        row.stream()
                                .skip(1)
                                .map(Power::named)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Power.class)))));
    }

    /** All roles, in the order of the table. */
    public Set<String> all() {
        return powers.keySet();
    }

    /** Roles with at least one of these permissions, in the order of the table. */
    public Set<String> with(Power... any) {
        return powers.entrySet().stream()
                .filter(role -> !Collections.disjoint(role.getValue(), Set.of(any)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The only role that has this permission. */
    public String the(Power power) {
        return with(power).iterator().next();
    }

    /** Whether one of these groups has this permission. */
    public boolean may(Collection<String> groups, Power power) {
        return groups.stream()
                .anyMatch(group -> powers.getOrDefault(group, Set.of()).contains(power));
    }

    /** Roles of people who work for an association or a shelter. */
    public Set<String> ofWork() {
        return with(Power.WORKS_IN_ASSOCIATION, Power.WORKS_IN_SHELTER);
    }
}
