package fr.acse.residence.process;

import fr.acse.codes.CaseReference;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.Printed;
import fr.acse.residence.TitleService;
import fr.acse.residence.TrackService;
import java.time.LocalDate;
import java.time.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Titles of tracks that began when the last day was still computed: they get a clock of their own like all others. */
@Component
class EarlierTitles {

    private final TrackService tracks;
    private final TitleService titles;
    private final PermitProcesses processes;

    EarlierTitles(TrackService tracks, TitleService titles, PermitProcesses processes) {
        this.tracks = tracks;
        this.titles = titles;
        this.processes = processes;
    }

    /** @return its last day */
    LocalDate keep(DelegateExecution execution, CaseReference reference, String kind) {
        LocalDate from = LocalDate.parse(ResidencePermitProcess.DECIDED_ON.get(execution));
        LocalDate until = from.plus(Period.ofMonths(ResidencePermitProcess.MONTHS.get(execution)))
                .minusDays(1);
        PermitTrack track = tracks.ofEarlierModel(reference);
        TitleService.Recorded recorded = titles.record(track.id(), new Printed(kind, from, until, true), false);
        processes.stopWatching(recorded.followed());
        processes.watch(track, recorded.title());
        return until;
    }
}
