package fr.acse.placement.process;

import fr.acse.placement.PlacementService;
import fr.acse.platform.ProcessContract;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens one offer for each shelter that the coordination chose. */
@Component
class OpenOffersDelegate implements JavaDelegate {

    private final PlacementService placement;

    OpenOffersDelegate(PlacementService placement) {
        this.placement = placement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = ProcessContract.CASE_REFERENCE.get(execution);
        OrientationProcess.OFFER_COUNT.set(execution, placement.openOffers(reference, chosen(execution, reference)));
        OrientationProcess.PLACE_HELD.set(execution, false);
    }

    private List<String> chosen(DelegateExecution execution, String reference) {
        List<String> ranked = placement.search(reference).shelters();
        return switch (OrientationProcess.ASK_HOW.get(execution)) {
            case "firstOnly" -> first(ranked, 1);
            case "firstThree" -> first(ranked, 3);
            case "firstFive" -> first(ranked, 5);
            default -> {
                String named = OrientationProcess.CHOSEN_SHELTERS.find(execution);
                yield named == null ? List.of() : List.of(named.split(","));
            }
        };
    }

    private static List<String> first(List<String> ranked, int count) {
        return ranked.subList(0, Math.min(count, ranked.size()));
    }
}
