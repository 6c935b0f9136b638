package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the result of each search for each shelter, so that the coordination can explain its answer. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class ConsideredShelters {

    /**
     * The result for a shelter in the rounds of a request.
     *
     * @param asked the offer to the shelter, or null
     * @param rank the rank of the shelter in the search, or null if the shelter was left out
     * @param reasons keys {@code ranking.<reason>} of the reasons why the shelter was left out
     */
    public record Outcome(ShelterCode shelter, Offer asked, Integer rank, List<String> reasons) {}

    private static final String SEPARATOR = "\n";

    private final OrientationRequests requests;
    private final Offers offers;
    private final JdbcTemplate jdbc;

    /** Stores the result of a search for each shelter. A later search of the same round overwrites the earlier result. */
    void keep(UUID request, int round, Ranking ranking) {
        List<Object[]> rows = new ArrayList<>();
        for (ShelterCode shelter : ranking.shelters()) {
            rows.add(new Object[] {request, round, shelter.value(), rows.size() + 1, ""});
        }
        ranking.leftOut()
                .forEach(each -> rows.add(new Object[] {
                    request, round, each.shelter().value(), null, String.join(SEPARATOR, each.reasons())
                }));
        jdbc.batchUpdate(
                "insert into considered (request, round, shelter, rank, reasons) values (?, ?, ?, ?, ?)"
                        + " on conflict (request, round, shelter) do update set rank = excluded.rank, reasons = excluded.reasons",
                rows,
                new int[] {Types.OTHER, Types.INTEGER, Types.VARCHAR, Types.INTEGER, Types.VARCHAR});
    }

    /** The shelters that a stored search of the request has ranked. */
    Set<ShelterCode> everRanked(UUID request) {
        return Set.copyOf(jdbc.query(
                "select distinct shelter from considered where request = ? and rank is not null",
                (row, number) -> new ShelterCode(row.getString("shelter")),
                request));
    }

    /** The outcome for each shelter in the latest request of a case. Shelters with an offer come first, then the others by rank. */
    public List<Outcome> outcomes(CaseReference reference) {
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(reference);
        if (all.isEmpty()) {
            return List.of();
        }
        UUID request = all.get(all.size() - 1).id();
        Map<ShelterCode, Offer> asked = new HashMap<>();
        offers.findByRequestOrderByRoundAscPositionAsc(request).forEach(offer -> asked.put(offer.shelter(), offer));
        List<Outcome> outcomes = jdbc.query(
                "select distinct on (shelter) shelter, rank, reasons from considered where request = ?"
                        + " order by shelter, round desc",
                (row, number) -> new Outcome(
                        new ShelterCode(row.getString("shelter")),
                        asked.get(new ShelterCode(row.getString("shelter"))),
                        row.getObject("rank", Integer.class),
                        row.getString("reasons").isEmpty()
                                ? List.of()
                                : List.of(row.getString("reasons").split(SEPARATOR))),
                request);
        outcomes.sort(Comparator.comparing((Outcome each) -> each.asked() == null)
                .thenComparing(each -> each.rank() == null ? Integer.MAX_VALUE : each.rank())
                .thenComparing(Outcome::shelter));
        return outcomes;
    }
}
