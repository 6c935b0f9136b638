package fr.acse.platform.door;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Logins and mail addresses of whoever works for an association or a shelter, and their groups: by them a supervisor could find out who
 * holds a place.
 */
class Holders {

    /** An answer holds hundreds of texts, and each is compared. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final People people;
    private final LoadingCache<Boolean, Set<String>> all =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(any -> load());

    Holders(People people) {
        this.people = people;
    }

    /** Also of a person who is in no group any more, or was deleted: where she worked is not known. */
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

    boolean contains(String text) {
        return all.get(true).contains(text);
    }
}
