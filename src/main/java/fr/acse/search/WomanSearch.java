package fr.acse.search;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds cases by what a user knows of a woman. Keyed hashes find the candidates. Then the decrypted values decide, and only those that the
 * user may read. For an organisation, the time of a search depends on its own cases only, so that the time does not tell of other cases.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class WomanSearch {

    /**
     * The cases in which a user searches.
     *
     * @param all true for the coordination
     * @param codes codes of the user's organisations, if not all cases are searched
     * @param owners groups whose nicknames the user may read
     */
    public record Scope(boolean all, Set<String> codes, Set<String> owners) {}

    /** Returns, for each case, the fields among the given ones that the user may read. */
    public interface Readable extends Function<Collection<CaseReference>, Map<CaseReference, Set<String>>> {}

    /** @param isWhole whether all candidates were compared. If not, other cases may match, too. */
    public record Result(List<Found> found, boolean isWhole) {}

    /** @param exact whether all is as it was typed, except for accents and capital letters */
    public record Found(CaseReference reference, boolean exact) {}

    /** The sealed fields that a search compares. */
    public static final Set<String> FIELDS = Identity.FIELDS;

    /** Candidates whose values are decrypted for one search. */
    private static final int MOST_CANDIDATES = 60;

    private static final int YEARS_AROUND = 10;

    private static final String HERS = """
            mine as materialized (select distinct p.reference from case_part p
                where p.part in ('OPERATOR', 'HOLDER', 'LEAVING', 'FOLLOWER') and p.code = any(:codes)),
            k as materialized (select s.* from mine cross join lateral
                (select * from search_key x where x.reference = mine.reference offset 0) s)
            """;

    private final SearchKeys keys;
    private final CaseFileService files;
    private final NamedParameterJdbcTemplate jdbc;

    /** The cases that match, exact ones first; at most {@code most} of them. */
    public Result find(Wanted wanted, Scope scope, Readable readable, int most) {
        MapSqlParameterSource values = new MapSqlParameterSource(
                        "codes", scope.codes().toArray(String[]::new))
                .addValue("owners", scope.owners().toArray(String[]::new))
                .addValue(
                        "telephones",
                        keys.of(wanted.telephones().stream()
                                .map(SearchKeys::telephone)
                                .toList()))
                .addValue("born", keys.of(wanted.born() == null ? List.of() : List.of(SearchKeys.born(wanted.born()))))
                .addValue("near", keys.of(near(wanted.born())))
                .addValue("most", MOST_CANDIDATES + 1);
        List<String> conditions = new ArrayList<>();
        List<Long[]> words = keys.ofWords(wanted.words());
        for (int at = 0; at < words.size(); at++) {
            values.addValue("word" + at, words.get(at));
            conditions.add("keys && :word" + at);
        }
        if (words.isEmpty()) {
            conditions.add("keys && :telephones");
        }
        values.addValue(
                "exact",
                keys.of(wanted.words().stream()
                        .map(word -> "w" + word.written())
                        .toList()));
        Map<CaseReference, Set<String>> candidates = new LinkedHashMap<>();
        AtomicInteger compared = new AtomicInteger();
        jdbc.query(
                "with " + (scope.all() ? "" : HERS + ", ")
                        + "found as materialized (select reference, owner, keys from "
                        + (scope.all() ? "search_key" : "k") + " where " + String.join(" and ", conditions)
                        + ") select reference, owner from found where owner = '' or owner = any(:owners)"
                        + " order by keys && :born desc, keys && :near desc, keys @> :exact desc, reference limit :most",
                values,
                row -> {
                    compared.incrementAndGet();
                    candidates
                            .computeIfAbsent(new CaseReference(row.getString("reference")), any -> new TreeSet<>())
                            .add(row.getString("owner"));
                });
        return new Result(
                judged(wanted, candidates, readable, most).stream()
                        .sorted(Comparator.comparing(Found::exact)
                                .reversed()
                                .thenComparing(found -> found.reference().value()))
                        .limit(most)
                        .toList(),
                compared.get() <= MOST_CANDIDATES);
    }

    /** The birth dates that are similar to a typed one, so that their cases are compared first. */
    private static List<String> near(LocalDate born) {
        if (born == null) {
            return List.of();
        }
        LocalDate first = born.minusYears(YEARS_AROUND);
        return Stream.concat(
                        first.datesUntil(born.plusYears(YEARS_AROUND).plusDays(1))
                                .filter(each -> BirthDates.of(born, each) == BirthDates.SIMILAR),
                        Stream.of(born.withDayOfYear(1)))
                .map(SearchKeys::born)
                .toList();
    }

    /** Compares the candidates, the likely ones first, until enough are found. */
    private List<Found> judged(
            Wanted wanted, Map<CaseReference, Set<String>> candidates, Readable readable, int enough) {
        List<CaseReference> all = List.copyOf(candidates.keySet());
        List<Found> found = new ArrayList<>();
        for (int from = 0; from < all.size() && found.size() < enough; from += enough) {
            Map<CaseReference, Set<String>> some = new HashMap<>(candidates);
            some.keySet().retainAll(all.subList(from, Math.min(from + enough, all.size())));
            found.addAll(judged(wanted, some, readable));
        }
        return found;
    }

    private List<Found> judged(Wanted wanted, Map<CaseReference, Set<String>> candidates, Readable readable) {
        Map<CaseReference, Set<String>> fields = readable.apply(candidates.keySet());
        Set<String> read = candidates.values().stream()
                .flatMap(Set::stream)
                .filter(owner -> !owner.equals(SearchKeys.NOBODY))
                .map(Nicknames::field)
                .collect(Collectors.toSet());
        read.addAll(Identity.FIELDS);
        List<Found> found = new ArrayList<>();
        files.readForRule(candidates.keySet(), read).forEach((reference, plain) -> {
            Set<String> mayRead = fields.getOrDefault(reference, Set.of());
            if (mayRead.isEmpty()) {
                return;
            }
            candidates.get(reference).stream()
                    .filter(owner -> !owner.equals(SearchKeys.NOBODY))
                    .map(owner -> Spelling.words(plain.getOrDefault(Nicknames.field(owner), "")))
                    .filter(nickname -> Names.meet(wanted.words(), nickname))
                    .findFirst()
                    .ifPresent(nickname -> found.add(new Found(reference, Names.areEqual(wanted.words(), nickname))));
            plain.keySet().retainAll(mayRead);
            if (found.stream().noneMatch(each -> each.reference().equals(reference))
                    && matches(wanted, Identity.of(plain))) {
                found.add(new Found(reference, isExact(wanted, Identity.of(plain))));
            }
        });
        return found;
    }

    private static boolean matches(Wanted wanted, Identity identity) {
        if (wanted.words().isEmpty()) {
            return identity.telephones().stream().anyMatch(wanted.telephones()::contains);
        }
        return Names.meet(wanted.words(), identity.names())
                && (wanted.born() == null || BirthDates.of(wanted.born(), identity.born()) != BirthDates.DIFFERENT);
    }

    private static boolean isExact(Wanted wanted, Identity identity) {
        return wanted.words().isEmpty()
                || Names.areEqual(wanted.words(), identity.names())
                        && (wanted.born() == null || wanted.born().equals(identity.born()));
    }
}
