package fr.acse.transfer;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.notice.Audience;
import fr.acse.notice.PartiesOfCase;
import fr.acse.notice.Party;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the escorts of the open journey, so that notices about the case reach these escorts. */
@Component
record EscortsOfCase(OpenJourneys open) implements PartiesOfCase {

    @Override
    public Map<Party, Function<CaseReference, Stream<Audience>>> known() {
        return Map.of(
                Party.ESCORT, reference -> told(open.find(reference).stream().map(Journey::escort)),
                Party.ALL_ESCORTS,
                        reference -> told(open.find(reference).stream()
                                .flatMap(journey -> open.legs(journey).stream())
                                .map(Leg::escort)));
    }

    private static Stream<Audience> told(Stream<Login> escorts) {
        return escorts.distinct().map(escort -> Audience.person(escort, Audience.Role.OPERATORS));
    }
}
