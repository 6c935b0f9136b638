package fr.acse.search;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.referral.SameWomen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds open and closed cases that may be of the same woman as a case. Only the coordination may read the result. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class SimilarCases {

    /** Why two cases may be of the same woman. The words have the key {@code similar.<name>}. */
    public enum Reason {
        /** The whole name and the birth date are the same. */
        SAME,
        /** The whole name is the same, and one birth date is unknown. */
        SAME_NAME,
        /** The whole name is similar, and the birth dates do not contradict. */
        SIMILAR_NAME,
        /** The birth date is the same, and one of the names. */
        BIRTH_DATE,
        /** A telephone number is the same, and one of the names. */
        TELEPHONE
    }

    public record Similar(CaseReference reference, Reason reason) {}

    private static final int MOST_CANDIDATES = 300;
    private static final int MOST = 10;

    private final SearchKeys keys;
    private final CaseFileService files;
    private final SameWomen sameWomen;
    private final NamedParameterJdbcTemplate jdbc;

    /**
     * Looks for similar cases and keeps the ten most similar ones for the question to the coordination.
     *
     * @return whether there is one
     */
    public boolean ask(CaseReference reference) {
        List<Similar> found = of(reference).stream().limit(MOST).toList();
        if (!found.isEmpty()) {
            jdbc.update(
                    "delete from compared_case where reference = :reference", Map.of("reference", reference.value()));
            jdbc.update(
                    "insert into compared_case (reference, other) select :reference, unnest(:others)",
                    Map.of(
                            "reference",
                            reference.value(),
                            "others",
                            found.stream().map(each -> each.reference().value()).toArray(String[]::new)));
        }
        return !found.isEmpty();
    }

    /** The cases of the question that are still similar and not decided on. A case that was opened since has its own question. */
    public List<Similar> asked(CaseReference reference) {
        List<String> asked = jdbc.queryForList(
                "select other from compared_case where reference = :reference",
                Map.of("reference", reference.value()),
                String.class);
        return of(reference).stream()
                .filter(each -> asked.contains(each.reference().value()))
                .toList();
    }

    /** The similar cases, the most similar ones first. Cases on which the coordination has decided are left out. */
    private List<Similar> of(CaseReference reference) {
        Identity own = identity(Map.of(reference, files.readForRule(reference, Identity.FIELDS)), reference);
        List<CaseReference> candidates = candidates(reference, own);
        if (candidates.isEmpty()) {
            return List.of();
        }
        candidates.removeAll(sameWomen.allOtherCasesOf(reference));
        candidates.removeAll(sameWomen.toldApart(reference));
        Map<CaseReference, Map<String, String>> plain = files.readForRule(candidates, Identity.FIELDS);
        List<Similar> similar = new ArrayList<>();
        for (CaseReference each : candidates) {
            reason(own, identity(plain, each)).ifPresent(reason -> similar.add(new Similar(each, reason)));
        }
        return similar.stream().sorted(Comparator.comparing(Similar::reason)).toList();
    }

    private static Identity identity(Map<CaseReference, Map<String, String>> plain, CaseReference reference) {
        return Identity.of(plain.getOrDefault(reference, Map.of()));
    }

    /** Cases that have at least two things in common with this one: words of the name, the birth date, a telephone number. */
    private List<CaseReference> candidates(CaseReference reference, Identity own) {
        List<Spelling> names = own.names().stream().distinct().toList();
        List<Long[]> things = new ArrayList<>(keys.ofWords(names));
        if (BirthDates.says(own.born())) {
            things.add(keys.of(Set.of(SearchKeys.born(own.born()))));
        }
        own.telephones().forEach(each -> things.add(keys.of(Set.of(SearchKeys.telephone(each)))));
        if (things.size() < 2) {
            return new ArrayList<>();
        }
        MapSqlParameterSource values =
                new MapSqlParameterSource("reference", reference.value()).addValue("most", MOST_CANDIDATES);
        for (int at = 0; at < things.size(); at++) {
            values.addValue("thing" + at, things.get(at));
        }
        String common = "(" + numbered(things.size(), "(keys && :thing#)::int", " + ") + ")";
        return jdbc
                .queryForList(
                        "with found as materialized (select reference, " + common + " common from search_key where ("
                                + numbered(things.size(), "keys && :thing#", " or ")
                                + ") and owner = '' and reference <> :reference)"
                                + " select reference from found where common > 1 order by common desc, reference limit :most",
                        values,
                        String.class)
                .stream()
                .map(CaseReference::new)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String numbered(int count, String form, String between) {
        return IntStream.range(0, count)
                .mapToObj(number -> form.replace("#", Integer.toString(number)))
                .collect(Collectors.joining(between));
    }

    /** Whether two women may be the same. A name of one word is not enough, nor is a birth date on 1 January. */
    static Optional<Reason> reason(Identity one, Identity other) {
        List<Spelling> names = one.names().stream().distinct().toList();
        List<Spelling> others = other.names().stream().distinct().toList();
        BirthDates dates = BirthDates.of(one.born(), other.born());
        boolean whole =
                Math.min(names.size(), others.size()) > 1 && (Names.meet(names, others) || Names.meet(others, names));
        if (whole && dates != BirthDates.DIFFERENT) {
            boolean equal = Names.areEqual(names, others) || Names.areEqual(others, names);
            return Optional.of(
                    !equal ? Reason.SIMILAR_NAME : dates == BirthDates.SAME ? Reason.SAME : Reason.SAME_NAME);
        }
        boolean oneName = names.stream().anyMatch(name -> others.stream().anyMatch(name::isLike));
        if (oneName && dates == BirthDates.SAME && BirthDates.says(one.born())) {
            return Optional.of(Reason.BIRTH_DATE);
        }
        return oneName && !Collections.disjoint(one.telephones(), other.telephones())
                ? Optional.of(Reason.TELEPHONE)
                : Optional.empty();
    }
}
