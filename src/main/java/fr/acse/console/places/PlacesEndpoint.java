package fr.acse.console.places;

import fr.acse.codes.Groups;
import fr.acse.console.places.PlaceCalendar.Address;
import fr.acse.console.places.PlaceCalendar.Left;
import fr.acse.console.places.PlaceCalendar.Spot;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page <i>Places</i>. The coordination sees all shelters, a shelter only its own places. {@code doors.txt} allows only these roles. */
@RestController
@RequestMapping("/camunda/api/acse/places")
record PlacesEndpoint(PlaceCalendar calendar, People people, CurrentPerson person) {

    /** @param left women who are still at an address that was given up; like {@code addresses}, filled for the coordination only */
    record Page(List<Spot> places, List<Left> left, List<Address> addresses) {}

    @GetMapping
    public Page page() {
        Set<String> groups = people.groupsOf(person.login());
        if (groups.contains(Groups.COORDINATION)) {
            return new Page(calendar.places(Optional.empty()), calendar.left(), calendar.addresses());
        }
        Set<String> own = groups.stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .map(group -> group.substring(People.ORGANISATION.length()))
                .collect(Collectors.toSet());
        return new Page(calendar.places(Optional.of(own)), List.of(), List.of());
    }
}
