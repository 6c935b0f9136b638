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

/**
 * Titles of tracks that began when the last day was still computed: the track watches them itself; what is left when it ends
 * gets a clock like all others.
 */
@Component
class EarlierTitles {

    private final TrackService tracks;
    private final TitleService titles;

    EarlierTitles(TrackService tracks, TitleService titles) {
        this.tracks = tracks;
        this.titles = titles;
    }

    /** @return its last day */
    LocalDate keep(DelegateExecution execution, CaseReference reference, String kind) {
        LocalDate from = LocalDate.parse(ResidencePermitProcess.DECIDED_ON.get(execution));
        LocalDate until = from.plus(Period.ofMonths(ResidencePermitProcess.MONTHS.get(execution)))
                .minusDays(1);
        PermitTrack track = tracks.ofEarlierModel(reference);
        titles.recordWatchedByTrack(track.id(), new Printed(kind, from, until, true));
        return until;
    }
}
