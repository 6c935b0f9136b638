package fr.acse.residence.process;

import fr.acse.casefile.CaseTable;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The permit tracks of a case with their state or outcome. */
@Component
@Order(40)
record TracksTable(TrackService tracks, Followers followers, RequestStanding requests, Days days) implements CaseTable {

    @Override
    public String name() {
        return "caseTracks";
    }

    @Override
    public boolean saysHowItStands() {
        return true;
    }

    @Override
    public List<String> columns() {
        return List.of("route", "follower", "begunOn", "standing");
    }

    @Override
    public List<List<String>> rows(CaseReference reference) {
        return tracks.of(reference).stream().map(this::row).toList();
    }

    private List<String> row(PermitTrack track) {
        return List.of(
                Words.of("permitRoute." + track.route()),
                followers.inWords(track),
                day(track.openedAt()),
                track.isOpen()
                        ? requests.of(track).orElseGet(() -> Words.of("trackStanding.open"))
                        : Words.of(
                                "trackStanding.ended",
                                day(track.closedAt()),
                                Words.orElse("report.permitEnd." + track.outcome(), track.outcome())));
    }

    private String day(Instant moment) {
        return Words.day(days.of(moment));
    }
}
