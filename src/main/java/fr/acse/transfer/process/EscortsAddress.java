package fr.acse.transfer.process;

import fr.acse.placement.Shelter;
import fr.acse.placement.Shelters;
import fr.acse.platform.SealedSource;
import fr.acse.transfer.JourneyService;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The address of the shelter, for the named escort in the window of time and for nobody else. */
@Component
class EscortsAddress implements SealedSource {

    private final JourneyService journeys;
    private final Shelters shelters;

    EscortsAddress(JourneyService journeys, Shelters shelters) {
        this.journeys = journeys;
        this.shelters = shelters;
    }

    @Override
    public String name() {
        return "shelter";
    }

    @Override
    public Optional<String> fileFor(String reference, String person) {
        return Optional.ofNullable(journeys.shelterRevealedTo(reference, person))
                .flatMap(shelters::findById)
                .map(Shelter::fileReference);
    }
}
