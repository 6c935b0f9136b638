package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.ConsideredShelters;
import fr.acse.placement.LastAnswers;
import fr.acse.placement.Offer;
import fr.acse.placement.Ranking;
import fr.acse.placement.SearchService;
import fr.acse.platform.form.FormData;
import fr.acse.platform.identity.People;
import fr.acse.referral.ReferralService;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Form data about a search for the coordination: the ranking, the shelters left out, and the outcome for each shelter. */
@Component
record SearchData(
        SearchService searches,
        ConsideredShelters considered,
        ReferralService referrals,
        People people,
        ShelterContacts contacts)
        implements FormData {

    /** @param shelter code of the shelter; the form shows {@code name} */
    record Ranked(
            int rank,
            ShelterCode shelter,
            String name,
            String answers,
            long distance,
            String free,
            String language,
            String why) {}

    record LeftOut(ShelterCode shelter, String why) {}

    record Option(String label, String value) {}

    record Outcome(ShelterCode shelter, String asked, String why) {}

    /** Number of shelters, from the first, that the form shows by name. */
    private static final int NAMED = 5;

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
            case RANKING -> ranked(reference, ranking);
            case OPTIONS -> options(ranking.candidates());
            default ->
                ranking.leftOut().stream()
                        .map(each -> new LeftOut(each.shelter(), words(each.reasons())))
                        .toList();
        };
    }

    private static List<Option> options(List<Ranking.Candidate> candidates) {
        return IntStream.range(0, candidates.size())
                .mapToObj(index -> {
                    Ranking.Candidate each = candidates.get(index);
                    return new Option(
                            Words.of("ranking.option", index + 1, each.shelter(), each.distanceKm(), free(each)),
                            each.shelter().value());
                })
                .toList();
    }

    private static String free(Ranking.Candidate candidate) {
        return Words.of(
                "ranking.free",
                candidate.occupancy().free(),
                candidate.occupancy().places());
    }

    private List<Ranked> ranked(CaseReference reference, Ranking ranking) {
        Set<String> staffed = people.staffedOrganisations();
        Set<String> readable = contacts.readable(reference);
        String language = referrals.get(reference).household().language();
        List<Ranked> rows = new ArrayList<>();
        for (Ranking.Candidate each : ranking.candidates()) {
            boolean hasPeople = staffed.contains(People.ORGANISATION + each.shelter());
            Map<String, String> known =
                    rows.size() < NAMED ? contacts.of(each.shelter(), hasPeople, readable) : Map.of();
            rows.add(new Ranked(
                    rows.size() + 1,
                    each.shelter(),
                    named(each.shelter(), known.get(ShelterContacts.NAME)),
                    hasPeople ? Words.of("ranking.answersHere") : toTelephone(known.get(ShelterContacts.PHONE)),
                    each.distanceKm(),
                    free(each),
                    Words.of(each.languages().contains(language) ? "ranking.spoken" : "ranking.notSpoken"),
                    why(each)));
        }
        return rows;
    }

    private static String named(ShelterCode code, String name) {
        return name == null ? code.value() : Words.of("ranking.named", code.value(), name);
    }

    private static String toTelephone(String phone) {
        return phone == null ? Words.of("ranking.byTelephone") : Words.of("ranking.telephone", phone);
    }

    /** The criteria that the shelter does not meet, and how it has answered lately. */
    private static String why(Ranking.Candidate candidate) {
        String criteria = candidate.unmet().isEmpty() ? Words.of("ranking.allMet") : words(candidate.unmet());
        LastAnswers last = candidate.lastAnswers();
        boolean isKnown = last.accepted() + last.declined() + last.silent() > 0;
        return isKnown
                ? Words.of(
                        "ranking.why",
                        criteria,
                        Words.of("ranking.answers", last.accepted(), last.declined(), last.silent()))
                : criteria;
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
