package fr.acse.transfer.process;

import fr.acse.directory.DirectoryService;
import fr.acse.platform.CaseParties;
import fr.acse.platform.Relation;
import fr.acse.transfer.JourneyService;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The shelters to which she travelled in this case. */
@Component
class ShelterOfStayParty implements CaseParties {

    private final JourneyService journeys;
    private final DirectoryService directory;

    ShelterOfStayParty(JourneyService journeys, DirectoryService directory) {
        this.journeys = journeys;
        this.directory = directory;
    }

    @Override
    public Set<Relation> relations(String person, String reference) {
        return journeys.sheltersOf(reference).stream().anyMatch(shelter -> directory.worksFor(person, shelter))
                ? Set.of(Relation.SHELTER_OF_STAY)
                : Set.of();
    }
}
