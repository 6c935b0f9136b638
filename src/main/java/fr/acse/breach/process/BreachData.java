package fr.acse.breach.process;

import fr.acse.breach.AddressReaders;
import fr.acse.breach.BreachService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.platform.form.FormData;
import fr.acse.platform.identity.People;
import fr.acse.words.Words;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Data of a breach for the coordination: readers of the address, women who live there, and women who are expected there. */
@Component
record BreachData(BreachService breaches, AddressReaders readers, People people, Days days) implements FormData {

    record Reader(String person, String at) {}

    record Living(CaseReference reference) {}

    private static final String WHO_KNEW = "whoKnew";
    private static final String AWAITED = "awaitedThere";

    @Override
    public Set<String> names() {
        return Set.of(WHO_KNEW, AWAITED, "livingThere");
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return switch (name) {
            case WHO_KNEW ->
                readers.of(reference).stream()
                        .map(reveal ->
                                new Reader(people.nameOf(reveal.person()), Words.moment(reveal.at(), days.zone())))
                        .toList();
            case AWAITED ->
                breaches.awaitedAt(reference).stream().map(Living::new).toList();
            default -> breaches.livingThere(reference).stream().map(Living::new).toList();
        };
    }
}
