package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.ConsideredShelters;
import fr.acse.placement.LastAnswers;
import fr.acse.placement.Offer;
import fr.acse.placement.Ranking;
import fr.acse.placement.SearchService;
import fr.acse.platform.form.CommonChoices;
import fr.acse.platform.form.FormData;
import fr.acse.platform.identity.People;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Form data about a search for the coordination: the ranking, the shelters left out, and the outcome for each shelter. */
@Component
record SearchData(SearchService searches, ConsideredShelters considered, People people, CommonChoices choices)
        implements FormData {

    record Ranked(
            int rank,
            ShelterCode shelter,
            long distance,
            String free,
            String languages,
            String criteria,
            String answers,
            long points) {}

    record LeftOut(ShelterCode shelter, String why) {}

    record Option(String label, String value) {}

    record Outcome(ShelterCode shelter, String asked, String why) {}

    private static final String RANKING = "ranking";
    private static final String LEFT_OUT = "leftOut";
    private static final String OPTIONS = "shelterOptions";
    private static final String OUTCOMES = "searchOutcomes";

    @Override
    public Set<String> names() {
        return Set.of(RANKING, LEFT_OUT, OPTIONS, OUTCOMES);
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        if (OUTCOMES.equals(name)) {
            return considered.outcomes(reference).stream()
                    .map(SearchData::outcome)
                    .toList();
        }
        Ranking ranking = searches.search(reference);
        return switch (name) {
            case RANKING -> ranked(ranking);
            case OPTIONS ->
                ranking.shelters().stream()
                        .map(code -> new Option(code.value(), code.value()))
                        .toList();
            default ->
                ranking.leftOut().stream()
                        .map(each -> new LeftOut(each.shelter(), words(each.reasons())))
                        .toList();
        };
    }

    private List<Ranked> ranked(Ranking ranking) {
        Set<String> staffed = people.staffedOrganisations();
        List<Ranked> rows = new ArrayList<>();
        for (Ranking.Candidate each : ranking.candidates()) {
            rows.add(new Ranked(
                    rows.size() + 1,
                    each.shelter(),
                    each.distanceKm(),
                    Words.of(
                            "ranking.free",
                            each.occupancy().free(),
                            each.occupancy().places()),
                    each.languages().stream().map(this::language).collect(Collectors.joining(", ")),
                    each.unmet().isEmpty() ? Words.of("ranking.allMet") : words(each.unmet()),
                    staffed.contains(People.ORGANISATION + each.shelter())
                            ? answers(each.lastAnswers())
                            : Words.of("ranking.noStaff"),
                    each.points()));
        }
        return rows;
    }

    private String language(String code) {
        return choices.of("languages").orElseThrow().stream()
                .filter(choice -> choice.value().equals(code))
                .map(CommonChoices.Choice::label)
                .findFirst()
                .orElse(code);
    }

    private static String answers(LastAnswers last) {
        return Words.of("ranking.answers", last.accepted(), last.declined(), last.silent());
    }

    private static Outcome outcome(ConsideredShelters.Outcome each) {
        Offer asked = each.asked();
        if (asked != null) {
            String reason = asked.declineReason() == null ? "" : Words.of("decline." + asked.declineReason());
            return new Outcome(each.shelter(), Words.of("offer." + asked.state()), reason);
        }
        return new Outcome(
                each.shelter(),
                Words.of("ranking.notAsked"),
                each.rank() == null ? words(each.reasons()) : Words.of("ranking.lower", each.rank()));
    }

    private static String words(List<String> reasons) {
        return reasons.stream()
                .map(each -> Words.orElse("ranking." + each, each))
                .collect(Collectors.joining("; "));
    }
}
