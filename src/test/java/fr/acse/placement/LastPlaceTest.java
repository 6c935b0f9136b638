package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class LastPlaceTest {

    private static final int CASES = 50;

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void fiftyReferralsWantTheLastPlaceAndOneHoldsIt() throws Exception {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String reference = network.requested("childrenCount", 5, "babyCount", 0);
            network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "firstOnly");
            references.add(reference);
        }

        ExecutorService staff = Executors.newFixedThreadPool(16);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<?>> answers = new ArrayList<>();
        for (String reference : references) {
            answers.add(staff.submit(() -> {
                together.await();
                network.complete(reference, "task_answerOffer", "shelter");
                return null;
            }));
        }
        together.countDown();
        for (Future<?> answer : answers) {
            answer.get();
        }
        staff.shutdown();

        long held = references.stream()
                .filter(reference -> network.openTasks(reference).contains("task_answerRequest"))
                .count();
        long withoutPlace = references.stream()
                .filter(reference -> network.openTasks(reference).contains("task_decideWithoutShelter"))
                .count();
        assertThat(held).isEqualTo(1);
        assertThat(withoutPlace).isEqualTo(CASES - 1);
        assertThat(jdbc.queryForObject(
                        "select count(distinct reference) from allocation where shelter = 's01' and released_at is null",
                        Integer.class))
                .isEqualTo(1);
    }

    @Test
    void twoSheltersThatAcceptAtTheSameTimeDoNotBothHoldHer() throws Exception {
        String reference = network.requested();
        network.complete(reference, "task_chooseShelters", "coordinator");

        ExecutorService staff = Executors.newFixedThreadPool(3);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<?>> answers = new ArrayList<>();
        for (String shelter : List.of("shelter", "shelter2", "shelter3")) {
            answers.add(staff.submit(() -> {
                together.await();
                network.answerOffer(reference, shelter);
                return null;
            }));
        }
        together.countDown();
        int refused = 0;
        for (Future<?> answer : answers) {
            try {
                answer.get();
            } catch (ExecutionException tooLate) {
                refused++;
            }
        }
        staff.shutdown();

        assertThat(refused).isLessThan(3);
        assertThat(network.openTasks(reference)).containsExactly("task_answerRequest");
        assertThat(jdbc.queryForObject(
                        "select count(distinct shelter) from allocation where reference = ? and released_at is null",
                        Integer.class,
                        reference))
                .isEqualTo(1);
    }
}
