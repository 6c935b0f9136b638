package fr.acse.placement.process;

import static fr.acse.placement.process.KeepApartProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.placement.ApartService;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.CaseProcesses;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Asks the coordination to separate women who must not meet, when a link between two cases shows that they are in one shelter. */
@Component
@RequiredArgsConstructor
public class Separations {

    private final ApartService aparts;
    private final CaseProcesses processes;
    private final RuntimeService runtime;
    private final Unchecked unchecked;

    /**
     * Starts the process {@code keep-apart} for each pair of cases, unless one runs for the pair already.
     *
     * @param reference a case that was linked with another case
     */
    public void begin(CaseReference reference) {
        aparts.together(reference).stream().filter(each -> !isAsked(each)).forEach(this::begin);
    }

    private boolean isAsked(ApartService.Together women) {
        return isAsked(women.one(), women.other()) || isAsked(women.other(), women.one());
    }

    private boolean isAsked(CaseReference one, CaseReference other) {
        return unchecked.call(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(KeepApartProcess.ID)
                        .processInstanceBusinessKey(one.value())
                        .variableValueEquals(OTHER.name(), other.value())
                        .count())
                > 0;
    }

    private void begin(ApartService.Together women) {
        processes.begin(women.one(), MUST_NOT_MEET, OTHER.with(women.other()));
    }
}
