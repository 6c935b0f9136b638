package fr.acse.residence.process;

import fr.acse.residence.TitleService;
import fr.acse.residence.TrackService;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Stores certificates of domicile. A certificate has a last day that must be watched, like a title. */
@Component
record Certificates(TrackService tracks, TitleService titles, PermitProcesses processes) {

    void keep(int track, LocalDate until) {
        TitleService.Recorded recorded = titles.recordCertificate(track, until);
        processes.stopWatching(recorded.followed());
        processes.watch(tracks.get(track), recorded.title());
    }
}
