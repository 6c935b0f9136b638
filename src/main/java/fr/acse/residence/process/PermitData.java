package fr.acse.residence.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.platform.form.FormData;
import fr.acse.residence.PermitFact;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.Title;
import fr.acse.residence.TitleService;
import fr.acse.residence.TrackService;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The data about a permit for the forms of the follower: titles that the woman holds or held, and recorded facts. */
@Component
@RequiredArgsConstructor
class PermitData implements FormData {

    /** @param work whether the woman may work with the document; empty if this was not recorded */
    record Row(String kind, String from, String until, String work, String state) {}

    record Fact(String kind, String on, String source) {}

    static final String TITLES = "permitTitles";
    static final String FACTS = "permitFacts";
    private static final String NO_CERTIFICATE = "titleKind.noCertificate";

    private final TitleService titles;
    private final TrackService tracks;
    private final Days days;

    @Override
    public Set<String> names() {
        return Set.of(TITLES, FACTS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<?> rows(String name, CaseReference reference) {
        return name.equals(TITLES) ? titles(reference) : facts(reference);
    }

    /** The facts, the latest first: if there are many, the form shows ten. */
    List<Fact> facts(CaseReference reference) {
        List<Fact> known = new ArrayList<>();
        List<PermitFact> lastFirst = new ArrayList<>(tracks.factsOf(reference));
        Collections.reverse(lastFirst);
        lastFirst.sort(Comparator.comparing(PermitFact::happenedOn).reversed());
        for (PermitFact fact : lastFirst) {
            known.add(new Fact(
                    named(reference, fact.track(), Words.of("newsKind." + fact.kind())),
                    Words.day(fact.happenedOn()),
                    fact.source() == null ? "" : Words.of("newsSource." + fact.source())));
        }
        return known;
    }

    /** Adds the name of the track if the case has several tracks. */
    private String named(CaseReference reference, int track, String what) {
        return tracks.of(reference).size() < 2
                ? what
                : what + " (" + Words.of("permitRoute." + tracks.get(track).route()) + ")";
    }

    List<Row> titles(CaseReference reference) {
        List<Title> held = titles.of(reference);
        return Stream.concat(
                        held.stream()
                                .map(title -> new Row(
                                        named(reference, title.track(), kind(title)),
                                        Words.day(title.firstDay()),
                                        Words.day(title.lastDay()),
                                        title.mayWork() == null ? "" : Words.of("mayWork." + title.mayWork()),
                                        Words.of("titleState." + state(title)))),
                        tracks.of(reference).stream()
                                .filter(track -> track.isOpen() && track.domicile() != null)
                                .filter(track -> held.stream().noneMatch(each -> isCertificateOf(track, each)))
                                .map(track -> new Row(
                                        named(reference, track.id(), domiciled(NO_CERTIFICATE, track.domicile())),
                                        "",
                                        "",
                                        "",
                                        "")))
                .toList();
    }

    private String state(Title title) {
        if (title.endedAs() != null) {
            return title.endedAs();
        }
        return title.lastDay().isBefore(days.today()) ? "lapsed" : "watched";
    }

    private static boolean isCertificateOf(PermitTrack track, Title title) {
        return title.track() == track.id() && title.isCertificate() && title.isHeld();
    }

    private static String kind(Title title) {
        return title.domicile() == null
                ? Words.of("titleKind." + title.kind())
                : domiciled("titleKind." + title.kind(), title.domicile());
    }

    private static String domiciled(String what, String domicile) {
        return Words.of(what) + ", " + Words.of("domicile." + domicile);
    }
}
