package fr.acse.console.people;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.acse.codes.Groups;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The start page and the pages in the header of the user who is logged in. */
@RestController
@RequestMapping("/camunda/api/acse/me")
record MeEndpoint(
        People people,
        CurrentPerson person,
        @Value("${acse.coordination.telephone}") String telephone) {

    /** Start pages by group. The first of these groups that the user belongs to decides. */
    private static final Map<String, String> HOME = new LinkedHashMap<>();

    static {
        HOME.put(Groups.SUPERVISORS, "/camunda/app/cockpit/default/#/deadlines");
        HOME.put(Groups.OPERATORS, "/camunda/app/tasklist/default/");
        HOME.put(Groups.SHELTERS, "/camunda/app/tasklist/default/");
        HOME.put(Groups.COORDINATION, "/camunda/app/tasklist/default/");
        HOME.put(Groups.FINANCE, "/camunda/app/tasklist/default/");
        HOME.put(Groups.ANALYSTS, "/camunda/app/cockpit/default/#/models");
        HOME.put(Roles.ADMINISTRATORS, "/camunda/app/acse/people.html");
    }

    /** Start page for a user in no group with a start page. The page lets the user log out and see the profile. */
    private static final String ELSE = "/camunda/app/welcome/default/";

    /** Pages in the header, in their order. Each page is for the members of some groups. */
    enum HeaderPage {
        TASKS(Groups.OPERATORS, Groups.SHELTERS, Groups.COORDINATION, Groups.FINANCE, Groups.SUPERVISORS),
        DEADLINES(Groups.SUPERVISORS),
        CASES(Groups.OPERATORS, Groups.SHELTERS, Groups.COORDINATION, Groups.FINANCE),
        ALL_CASES(Groups.SUPERVISORS),
        PLACES(Groups.COORDINATION, Groups.SHELTERS),
        RUNS(Groups.FINANCE),
        READS(Groups.SUPERVISORS),
        MODELS(Groups.SUPERVISORS, Groups.ANALYSTS),
        PROCESSES(Groups.SUPERVISORS, Groups.ANALYSTS),
        DECISIONS(Groups.ANALYSTS),
        PEOPLE(Groups.MANAGERS, Groups.COORDINATION, Roles.ADMINISTRATORS),
        RIGHTS(Groups.COORDINATION, Groups.SUPERVISORS, Roles.ADMINISTRATORS),
        REPORT(Groups.COORDINATION, Groups.SUPERVISORS),
        USERS(Roles.ADMINISTRATORS),
        GROUPS(Roles.ADMINISTRATORS),
        LEAVE(Groups.OPERATORS, Groups.SHELTERS, Groups.COORDINATION, Groups.FINANCE, Groups.SUPERVISORS);

        private final Set<String> readers;

        HeaderPage(String... readers) {
            this.readers = Set.of(readers);
        }

        /** Name of the page in {@code shell.js}. */
        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<HeaderPage> of(Set<String> groups) {
            return Stream.of(values())
                    .filter(page -> !Collections.disjoint(groups, page.readers))
                    // Each case is among all cases.
                    .filter(page -> page != CASES || !groups.contains(Groups.SUPERVISORS))
                    .toList();
        }
    }

    /**
     * @param home start page
     * @param name name of the user
     * @param pages pages in the header
     * @param coordinates whether the user belongs to the coordination, whose forms ask more
     * @param telephone telephone number of the coordination; empty if the installation has not set it
     */
    record Me(String home, String name, List<HeaderPage> pages, boolean coordinates, String telephone) {}

    @GetMapping
    public Me me() {
        Set<String> groups = people.groupsOf(person.login());
        String home = HOME.entrySet().stream()
                .filter(each -> groups.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ELSE);
        return new Me(
                home,
                people.nameOf(person.login()),
                HeaderPage.of(groups),
                groups.contains(Groups.COORDINATION),
                telephone);
    }
}
