package fr.acse.residence.process;

import static fr.acse.residence.process.PermitVariables.*;

import fr.acse.codes.Days;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.Printed;
import fr.acse.residence.TitleService;
import fr.acse.residence.TrackService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores a title and starts the process that watches its last day. */
@Component
@ModelStep(
        name = "Keep the title",
        does =
                "Records what is printed on the title, and starts the clock of its last day. A title that ends before another one does not shorten the clock of the track.",
        reads = "trackId titleKind titleFrom titleUntil mayWork renewalWindow correctsTitle correctedTitle "
                + "decision",
        writes = "renewalDueOn requestDueOn permitEndsOn permitEndDate correctsTitle correctedTitle")
record KeepTitleDelegate(
        TrackService tracks,
        TitleService titles,
        TitleNumbers numbers,
        CurrentPerson person,
        DecisionService decisions,
        Days days,
        PermitProcesses processes)
        implements JavaDelegate {

    private static final String WINDOWS = "renewal-window";
    private static final String CHANNEL = "channel";

    @Override
    public void execute(DelegateExecution execution) {
        PermitTrack track = tracks.get(TRACK.get(execution));
        Printed printed = PrintedTitle.of(execution);
        TitleService.Recorded recorded = keep(execution, track, printed);
        numbers.keep(track.reference(), printed, person.login());
        processes.stopWatching(recorded.followed());
        processes.watch(track, recorded.title());
        recorded.revived().forEach(each -> processes.watch(track, each));
        goesOn(execution, track, printed, recorded)
                .flatMap(on -> RenewalWindow.of(rule(execution, printed, on), on.until(), days.zone()))
                .map(window -> window.variables(titles.end(window.until())))
                .ifPresent(clocks -> {
                    execution.setVariables(clocks);
                    processes.titleChanged(track, clocks);
                });
        // A later correction of this title in the same process replaces the title that is stored now.
        CORRECTS.set(execution, true);
        CORRECTED.set(execution, recorded.title());
    }

    /** The renewal rule for a title. If its kind is not the kind in the process, the decision table {@code renewal-window} is evaluated. */
    private String rule(DelegateExecution execution, Printed printed, Printed on) {
        if (on.kind().equals(printed.kind())) {
            return RecordTitleProcess.WINDOW.get(execution);
        }
        Map<String, Object> asked = new HashMap<>();
        asked.put(TITLE_KIND.name(), on.kind());
        asked.put(CHANNEL, execution.getVariable(CHANNEL));
        return decisions.evaluateDecisionTableByKey(WINDOWS, asked).getSingleEntry();
    }

    /** The title that sets the terms of the track: the new title or, after a correction, the title that ends last. */
    private Optional<Printed> goesOn(
            DelegateExecution execution, PermitTrack track, Printed printed, TitleService.Recorded recorded) {
        if (recorded.isLongest() || "granted".equals(DECISION.find(execution))) {
            return Optional.of(printed);
        }
        return Boolean.TRUE.equals(CORRECTS.find(execution)) ? titles.longest(track.id()) : Optional.empty();
    }

    private TitleService.Recorded keep(DelegateExecution execution, PermitTrack track, Printed printed) {
        if (!Boolean.TRUE.equals(CORRECTS.find(execution))) {
            return titles.record(track.id(), printed);
        }
        Integer wrong = CORRECTED.find(execution);
        boolean isMeant = wrong != null && !titles.isCorrected(wrong);
        return titles.correct(
                isMeant ? wrong : titles.lastOfKind(track.id(), printed.kind()).id(), printed);
    }
}
