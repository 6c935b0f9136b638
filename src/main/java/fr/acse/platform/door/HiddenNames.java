package fr.acse.platform.door;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.acse.codes.Login;
import fr.acse.platform.identity.NamesInAnswer;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import fr.acse.platform.identity.Roles.Power;
import fr.acse.platform.model.HasContract;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Logins and mail addresses of people who work for an association or a shelter, and the groups of these organisations. Responses to
 * supervisors do not contain these names. With these names, a supervisor could find out which shelter holds a place (ADR 12, 40).
 */
@Component
class HiddenNames {

    /** The names are cached for two seconds, because each of the hundreds of texts in a response is compared with the names. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final People people;
    private final Roles roles;
    private final Set<String> named;
    private final LoadingCache<Boolean, Set<String>> all =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(any -> load());

    HiddenNames(People people, Roles roles, List<HasContract> models) {
        this.people = people;
        this.roles = roles;
        this.named = models.stream()
                .flatMap(model -> model.contract().named().stream())
                .collect(Collectors.toSet());
    }

    /** Wraps the response in {@link WithoutHolders} if the person is a supervisor who may not see who has a task. */
    HttpServletResponse narrow(
            HttpServletRequest request, HttpServletResponse answer, Login person, Set<String> groups) {
        if (!roles.may(groups, Power.SUPERVISES) || roles.may(groups, Power.SEES_HOLDERS)) {
            return answer;
        }
        NamesInAnswer.narrow(request, who -> all.get(true).contains(who) && !who.equals(person.value()));
        String ofShelters = roles.the(Power.WORKS_IN_SHELTER);
        return new WithoutHolders(
                answer, who -> NamesInAnswer.isHidden(request, who), group -> group.equals(ofShelters), named);
    }

    /** Loads the hidden names, including people without a group and deleted people, because their former workplace is unknown. */
    private Set<String> load() {
        Set<Login> holders = new HashSet<>(people.former());
        for (Map.Entry<Login, Set<String>> person : people.everybody().entrySet()) {
            boolean isOfTheNetwork = !person.getValue().isEmpty()
                    && person.getValue().stream().noneMatch(group -> group.startsWith(People.ORGANISATION));
            if (!isOfTheNetwork) {
                holders.add(person.getKey());
            }
        }
        Set<String> names = new HashSet<>(people.organisations());
        holders.forEach(holder -> names.add(holder.value()));
        names.addAll(people.addressesOf(holders));
        return names;
    }
}
