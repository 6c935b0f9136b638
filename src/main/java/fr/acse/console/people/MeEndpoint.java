package fr.acse.console.people;

import fr.acse.codes.Groups;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The start page and the rights of the user who is logged in. */
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

    private static final Set<String> MANAGING = Set.of(Groups.MANAGERS, Groups.COORDINATION, Roles.ADMINISTRATORS);

    private static final Set<String> GRANTING = Set.of(Groups.COORDINATION, Roles.ADMINISTRATORS, Groups.SUPERVISORS);

    /**
     * @param managesPeople whether the user may open the page People
     * @param grantsRights whether the user decides on rights that other people request
     * @param name name of the user
     * @param works whether the user has tasks and cases
     * @param seesPlaces whether the user may open the page Places
     * @param readsReport whether the user may open the yearly report
     * @param pays whether the user may open the payment runs
     * @param telephone telephone number of the coordination; empty if the installation has not set it
     * @param coordinates whether the user belongs to the coordination, whose forms ask more
     */
    record Me(
            String home,
            String name,
            boolean works,
            boolean managesPeople,
            boolean grantsRights,
            boolean seesPlaces,
            boolean readsReport,
            boolean pays,
            boolean coordinates,
            String telephone) {}

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
                home.contains("/tasklist/") || groups.contains(Groups.SUPERVISORS),
                !Collections.disjoint(groups, MANAGING),
                !Collections.disjoint(groups, GRANTING),
                groups.contains(Groups.COORDINATION) || groups.contains(Groups.SHELTERS),
                groups.contains(Groups.COORDINATION) || groups.contains(Groups.SUPERVISORS),
                groups.contains(Groups.FINANCE),
                groups.contains(Groups.COORDINATION),
                telephone);
    }
}
