package fr.acse.placement.process;

import static fr.acse.placement.process.OrientationProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.OfferService;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens one offer for each shelter that the coordination chose, or only for the shelter with a freed place that fits. */
@Component
@ModelStep(
        name = "Open the offers",
        does = "Opens one offer for each chosen shelter. An offer tells what she needs, and not who she is.",
        reads = "freedShelter freedPlaceFits askHow chosenShelters",
        writes = "offerCount freedShelter")
record OpenOffersDelegate(OfferService offers, People people) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        OFFER_COUNT.set(execution, offers.openOffers(reference, fitting -> chosen(execution, fitting)));
        FREED_SHELTER.set(execution, null);
    }

    private List<ShelterCode> chosen(DelegateExecution execution, List<ShelterCode> fitting) {
        ShelterCode freed = FREED_SHELTER.find(execution);
        if (freed != null && FREED_PLACE_FITS.get(execution)) {
            return List.of(freed);
        }
        return switch (ASK_HOW.get(execution)) {
            case "firstOnly" -> first(fitting, 1);
            case "firstThree" -> first(fitting, 3);
            case "firstFive" -> first(fitting, 5);
            default -> {
                String named = CHOSEN_SHELTERS.find(execution);
                yield named == null
                        ? List.of()
                        : Stream.of(named.split(",")).map(ShelterCode::new).toList();
            }
        };
    }

    /** The first shelters whose staff can answer in the application. A shelter without staff in the application is asked only by name. */
    private List<ShelterCode> first(List<ShelterCode> fitting, int count) {
        Set<String> staffed = people.staffedOrganisations();
        List<ShelterCode> chosen = fitting.stream()
                .filter(shelter -> staffed.contains(People.ORGANISATION + shelter))
                .limit(count)
                .toList();
        Refusal.unless(!chosen.isEmpty(), "nobodyAnswersByHerself");
        return chosen;
    }
}
