package fr.acse.residence.process;

import fr.acse.residence.TitleService;
import fr.acse.residence.TrackService;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Certificates of domicile: like a title, each has a last day that somebody must watch. */
@Component
record Certificates(TrackService tracks, TitleService titles, PermitProcesses processes) {

    void keep(int track, LocalDate until) {
        TitleService.Recorded recorded = titles.recordCertificate(track, until);
        processes.stopWatching(recorded.followed());
        processes.watch(tracks.get(track), recorded.title());
    }
}
