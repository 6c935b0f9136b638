package fr.acse.placement;

import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds shelters for a case, and says why each other shelter is left out. The rules are in {@link Search}. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SearchService {

    /**
     * What became of a shelter in the rounds of a request.
     *
     * @param asked the offer it got, or null
     * @param rank its rank when others were asked, or null if it was left out
     * @param reasons keys of why it was left out, {@code ranking.<reason>}
     */
    public record Outcome(String shelter, Offer asked, Integer rank, List<String> reasons) {}

    private static final String SEPARATOR = "\n";

    private final OrientationRequests requests;
    private final Offers offers;
    private final Relaxations relaxations;
    private final Shelters shelters;
    private final Places places;
    private final PlaceService placeService;
    private final ReferralService referrals;
    private final Departments departments;
    private final ShelterCriteria criteria;
    private final PlacementTerms terms;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SearchService(
            OrientationRequests requests,
            Offers offers,
            Relaxations relaxations,
            Shelters shelters,
            Places places,
            PlaceService placeService,
            ReferralService referrals,
            Departments departments,
            ShelterCriteria criteria,
            PlacementTerms terms,
            JdbcTemplate jdbc,
            Clock clock) {
        this.requests = requests;
        this.offers = offers;
        this.relaxations = relaxations;
        this.shelters = shelters;
        this.places = places;
        this.placeService = placeService;
        this.referrals = referrals;
        this.departments = departments;
        this.criteria = criteria;
        this.terms = terms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which shelters fit a case now, and why the others do not. */
    public Ranking search(String reference) {
        return search(reference, shelters.findAll());
    }

    /** Whether a shelter is in a department to avoid, or next to one. */
    boolean isNearDanger(String reference, String shelter) {
        return departments
                .withNeighbours(referrals.get(reference).dangerDepartments())
                .contains(shelters.findById(shelter).orElseThrow().department());
    }

    /** Whether a shelter fits a case now, and until the transaction ends. */
    boolean fits(String reference, String shelter) {
        return !search(reference, List.of(shelters.lock(shelter).orElseThrow()))
                .candidates()
                .isEmpty();
    }

    private Ranking search(String reference, Collection<Shelter> among) {
        Instant now = clock.instant();
        Referral referral = referrals.get(reference);
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(reference);
        OrientationRequest latest = all.get(all.size() - 1);
        List<Relaxation> relaxed = relaxations.findByReference(reference);
        List<Offer> counting = countingOffers(reference, relaxed);
        return new Search(
                        departments,
                        criteria.table(),
                        referral.household(),
                        referral.dangerDepartments(),
                        relaxed.stream().map(Relaxation::constraint).collect(Collectors.toSet()),
                        shelters(
                                counting,
                                offer -> offer.request().equals(latest.id()) && latest.answeredAt() == null
                                        ? offer.saidNo()
                                        : offer.saidNoForGood()),
                        shelters(counting, offer -> offer.askedToWaitSince(now.minus(terms.askAgain()))),
                        placeService.sheltersOf(reference))
                .rank(
                        among,
                        byShelter(places.occupancy(now), Occupancy::shelter),
                        byShelter(offers.lastAnswers(now.minus(terms.lastAnswers())), LastAnswers::shelter));
    }

    /**
     * The offers of a case because of which a shelter is not asked again: those that ended after somebody last
     * relaxed this rule.
     */
    private List<Offer> countingOffers(String reference, List<Relaxation> relaxed) {
        Instant from = relaxed.stream()
                .filter(each -> each.constraint() == Constraint.ASKED_BEFORE)
                .map(Relaxation::relaxedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return offers.findByReference(reference).stream()
                .filter(offer -> offer.endedAfter(from))
                .toList();
    }

    /** Keeps what a search said of each shelter; a later search of the same round takes its place. */
    void keep(UUID request, int round, Ranking ranking) {
        List<Object[]> rows = new ArrayList<>();
        for (String shelter : ranking.shelters()) {
            rows.add(new Object[] {request, round, shelter, rows.size() + 1, ""});
        }
        ranking.leftOut()
                .forEach(each -> rows.add(
                        new Object[] {request, round, each.shelter(), null, String.join(SEPARATOR, each.reasons())}));
        jdbc.batchUpdate(
                "insert into considered (request, round, shelter, rank, reasons) values (?, ?, ?, ?, ?)"
                        + " on conflict (request, round, shelter) do update set rank = excluded.rank, reasons = excluded.reasons",
                rows,
                new int[] {Types.OTHER, Types.INTEGER, Types.VARCHAR, Types.INTEGER, Types.VARCHAR});
    }

    /** Shelters that a kept search of a request has ranked. */
    Set<String> everRanked(UUID request) {
        return Set.copyOf(jdbc.queryForList(
                "select distinct shelter from considered where request = ? and rank is not null",
                String.class,
                request));
    }

    /** What became of each shelter in the latest request of a case: those that were asked first, then by rank. */
    public List<Outcome> outcomes(String reference) {
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(reference);
        UUID request = all.get(all.size() - 1).id();
        Map<String, Offer> asked = new HashMap<>();
        offers.findByRequestOrderByRoundAscPositionAsc(request).forEach(offer -> asked.put(offer.shelter(), offer));
        List<Outcome> outcomes = jdbc.query(
                "select distinct on (shelter) shelter, rank, reasons from considered where request = ?"
                        + " order by shelter, round desc",
                (row, number) -> new Outcome(
                        row.getString("shelter"),
                        asked.get(row.getString("shelter")),
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

    private static Set<String> shelters(List<Offer> offers, Predicate<Offer> which) {
        return offers.stream().filter(which).map(Offer::shelter).collect(Collectors.toSet());
    }

    private static <T> Map<String, T> byShelter(List<T> all, Function<T, String> shelter) {
        return all.stream().collect(Collectors.toMap(shelter, Function.identity()));
    }
}
