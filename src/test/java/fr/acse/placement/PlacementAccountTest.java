package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Extent;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.OrientationRequest.Answer;
import fr.acse.referral.Household;
import fr.acse.referral.Outcome;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random steps against a plain account in memory, several at a time. The seed is in the message of a failure;
 * {@code -Dacse.seed=…} plays it again.
 */
@ProcessTest
class PlacementAccountTest {

    /** {@code -Dacse.steps=10000} for a long search. */
    private static final int STEPS = Extent.of("acse.steps", 1_000, 10_000);

    private static final int AT_ONCE = 4;
    private static final int CASES = 40;

    /** Without cases that lived in a shelter and left, the account would prove little. */
    private static final int LEAVE = 20;

    private static final Duration FORTY_EIGHT_HOURS = Duration.ofHours(48);

    @Autowired
    Network network;

    @Autowired
    RequestService requests;

    @Autowired
    HoldService holds;

    @Autowired
    OfferService offers;

    @Autowired
    OfferAnswers offerAnswers;

    @Autowired
    OfferEnds offerEnds;

    @Autowired
    RequestAnswers requestAnswers;

    @Autowired
    SearchService searches;

    @Autowired
    PlaceService places;

    @Autowired
    ReferralService referrals;

    @Autowired
    CaseFileService files;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private final long seed = Extent.seed(PlacementAccountTest.class);
    private final Random random = new Random(seed);
    private final ExecutorService staff = Executors.newFixedThreadPool(AT_ONCE);

    /** What the account knows of a case. */
    private static final class Account {
        final CaseReference reference;
        final int people;
        Map<ShelterCode, UUID> offers = new HashMap<>();
        boolean owed;
        ShelterCode held;
        ShelterCode occupied;
        int requests;
        int answers;

        Account(CaseReference reference, int people) {
            this.reference = reference;
            this.people = people;
        }

        int takes(ShelterCode shelter) {
            return (shelter.equals(held) ? people : 0) + (shelter.equals(occupied) ? people : 0);
        }
    }

    @Test
    void occupiedAndHeldStayWithinThePlacesEveryHoldEndsAndEachRequestIsAnsweredOnce() throws Exception {
        Map<ShelterCode, Integer> placesOf = new HashMap<>();
        jdbc.query("select shelter, count(*) from place where in_service group by shelter", row -> {
            placesOf.put(new ShelterCode(row.getString(1)), row.getInt(2));
        });
        placesOf.keySet().forEach(shelter -> network.staffOf(shelter.value()));
        List<Account> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(newCase());
        }
        List<Account> all = new ArrayList<>(cases);
        int done = 0;
        while (done < STEPS || all.size() < CASES + LEAVE) {
            assertThat(done)
                    .as("steps until %d cases have left, seed %d", LEAVE, seed)
                    .isLessThan(10 * STEPS);
            Collections.shuffle(cases, random);
            List<Callable<Void>> round = new ArrayList<>();
            for (Account each : cases.subList(0, AT_ONCE)) {
                round.addAll(step(each));
            }
            for (Future<Void> step : staff.invokeAll(round)) {
                step.get();
            }
            done += round.size();
            compare(all, placesOf, done);
            for (int i = 0; i < AT_ONCE; i++) {
                if (cases.get(i).occupied != null && cases.get(i).held == null && random.nextInt(3) == 0) {
                    Account leaves = cases.get(i);
                    inTransaction(() -> {
                        referrals.close(leaves.reference, Outcome.COMPLETED);
                        return null;
                    });
                    leaves.occupied = null;
                    cases.set(i, newCase());
                    all.add(cases.get(i));
                }
            }
        }
        staff.shutdown();
        for (Account each : cases) {
            inTransaction(() -> {
                referrals.close(each.reference, Outcome.WITHDRAWN);
                return null;
            });
            each.held = null;
            each.occupied = null;
        }
        compare(all, placesOf, done);
        assertThat(jdbc.queryForObject("select count(*) from allocation where released_at is null", Integer.class))
                .as("live holds, seed %d", seed)
                .isZero();
        for (Account each : all) {
            assertThat(jdbc.queryForObject(
                            "select count(*) from orientation_request where reference = ? and answered_at is null",
                            Integer.class,
                            each.reference.value()))
                    .as("open requests of a closed case, seed %d", seed)
                    .isZero();
            assertThat(jdbc.queryForObject(
                            "select count(*) from orientation_request where reference = ? and outcome <> 'WITHDRAWN'",
                            Integer.class,
                            each.reference.value()))
                    .as("answers, seed %d", seed)
                    .isEqualTo(each.answers);
        }
    }

    /** What may happen next to a case; what two people may do to it at the same time comes as two. */
    private List<Callable<Void>> step(Account each) {
        if (!each.owed && each.held == null) {
            boolean isUrgent = random.nextBoolean();
            return List.of(once(() -> {
                requests.openRequest(each.reference, isUrgent, TestTime.now().plus(FORTY_EIGHT_HOURS));
                each.owed = true;
                each.requests++;
            }));
        }
        if (each.owed && each.held != null) {
            return random.nextInt(5) == 0
                    ? List.of(once(() -> {
                        holds.releaseHold(each.reference);
                        each.held = null;
                    }))
                    : List.of(answer(each, Answer.PLACE_PROPOSED), answer(each, Answer.PLACE_PROPOSED));
        }
        if (each.held != null) {
            int what = random.nextInt(4);
            return List.of(once(() -> {
                switch (what) {
                    case 0 -> holds.expireHold(each.reference);
                    case 1 -> holds.withdrawAcceptance(each.reference);
                    default -> {
                        places.occupy(each.reference, each.held);
                        each.occupied = each.held;
                    }
                }
                each.held = null;
            }));
        }
        if (each.offers.isEmpty()) {
            return List.of(once(() -> ask(each)));
        }
        List<ShelterCode> asked = new ArrayList<>(new TreeMap<>(each.offers).keySet());
        Collections.shuffle(asked, random);
        ShelterCode first = asked.get(0);
        switch (random.nextInt(6)) {
            case 0:
                return List.of(once(() -> offerAnswers.decline(
                        each.offers.remove(first),
                        each.reference,
                        DeclineReason.UNSUITABLE,
                        null,
                        new Login(network.staffOf(first.value())))));
            case 1:
                return List.of(once(() -> offerEnds.expire(each.offers.remove(first), each.reference)));
            case 2:
                return List.of(once(() -> {
                    offerEnds.closeOffers(each.reference);
                    each.offers.clear();
                }));
            default:
                List<Callable<Void>> accepting = new ArrayList<>();
                for (ShelterCode shelter : asked.subList(0, Math.min(2, asked.size()))) {
                    accepting.add(accept(each, shelter));
                }
                return accepting;
        }
    }

    private void ask(Account each) {
        List<ShelterCode> fitting = searches.search(each.reference).shelters();
        if (fitting.isEmpty()) {
            requestAnswers.answer(each.reference, Answer.REFUSED, null, new Login("coordinator"));
            each.owed = false;
            each.answers++;
            return;
        }
        int count = offers.openOffers(each.reference, any -> fitting.subList(0, Math.min(3, fitting.size())));
        for (int i = 0; i < count; i++) {
            Offer offer = offers.offerAt(each.reference, i);
            each.offers.put(offer.shelter(), offer.id());
        }
    }

    private Callable<Void> accept(Account each, ShelterCode shelter) {
        UUID offer = each.offers.get(shelter);
        return () -> {
            boolean held = inTransaction(() ->
                    offerAnswers.accept(offer, each.reference, null, new Login(network.staffOf(shelter.value()))));
            synchronized (each) {
                if (held) {
                    assertThat(each.held).as("held twice, seed %d", seed).isNull();
                    each.held = shelter;
                    inTransaction(() -> offerEnds.closeOffers(each.reference));
                    each.offers = new HashMap<>();
                } else if (each.held == null) {
                    each.offers.remove(shelter);
                }
            }
            return null;
        };
    }

    private Callable<Void> answer(Account each, Answer as) {
        return () -> {
            try {
                inTransaction(() -> {
                    requestAnswers.answer(each.reference, as, null, new Login("coordinator"));
                    return null;
                });
                synchronized (each) {
                    assertThat(each.owed).as("answered twice, seed %d", seed).isTrue();
                    each.owed = false;
                    each.answers++;
                }
            } catch (Refusal answeredAlready) {
                assertThat(answeredAlready.code()).isEqualTo("noOpenRequest");
            }
            return null;
        };
    }

    private Callable<Void> once(Runnable step) {
        return () -> {
            try {
                inTransaction(() -> {
                    step.run();
                    return null;
                });
            } catch (Refusal takenMeanwhile) {
                assertThat(takenMeanwhile.code()).isEqualTo("shelterDoesNotFit");
            }
            return null;
        };
    }

    private <T> T inTransaction(Supplier<T> step) {
        return transaction.execute(status -> step.get());
    }

    private void compare(List<Account> all, Map<ShelterCode, Integer> placesOf, int done) {
        Map<String, Integer> taken = new HashMap<>();
        jdbc.query("select shelter, count(*) from allocation where released_at is null group by shelter", row -> {
            taken.put(row.getString(1), row.getInt(2));
        });
        for (ShelterCode shelter : placesOf.keySet()) {
            int expected = all.stream().mapToInt(each -> each.takes(shelter)).sum();
            assertThat(taken.getOrDefault(shelter.value(), 0))
                    .as("places taken in %s after %d steps, seed %d", shelter, done, seed)
                    .isEqualTo(expected)
                    .isLessThanOrEqualTo(placesOf.get(shelter));
        }
    }

    private Account newCase() {
        int children = random.nextInt(4);
        return inTransaction(() -> {
            CaseReference reference = files.open("ACSE", new Login("operator"));
            files.seal(
                    reference,
                    Map.of(
                            "sealed_firstName",
                            "Random",
                            "sealed_lastName",
                            UUID.randomUUID().toString()),
                    new Login("operator"));
            referrals.open(reference, "harbour");
            referrals.recordAssessment(
                    reference, new Household(children, 0, children, false, false, "fr"), "06", Set.of());
            return new Account(reference, 1 + children);
        });
    }
}
