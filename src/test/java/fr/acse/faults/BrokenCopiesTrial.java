package fr.acse.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.acse.Extent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A trial that finds nothing proves nothing by itself: each of these takes one guard away and must find that. The whole run draws one of
 * them, since each takes three minutes.
 */
class BrokenCopiesTrial {

    private static final Path FOLDER = Path.of("target/test-data/faults-broken");
    private static final Integer DRAWN =
            Extent.isWhole() ? new Random(Extent.seed(BrokenCopiesTrial.class)).nextInt(4) : null;

    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("acse.seconds", 75));

    @Test
    void withoutTheUniqueIndexAWomanIsPaidTwice() {
        assumeDrawn(0);
        try (Installation installation = Installation.start(FOLDER, 2)) {
            installation.primary().tell("drop index one_allowance_per_person");

            // Nothing fails, and time passes slowly and for longer: some of her cases get as far as to the money.
            Duration longer = LENGTH.multipliedBy(2);
            Trial.Outcome outcome =
                    Trial.run(new Trial.Plan(3, longer, 12, 1, longer, Duration.ofSeconds(6), List.of()), installation);

            assertThat(outcome.broken()).anyMatch(each -> each.contains("invariant 1"));
        }
    }

    @Test
    void withoutTheCheckOfTheFormAnIncompleteOneIsTaken() {
        assumeDrawn(1);
        try (Installation installation = Installation.start(FOLDER, 2)) {
            installation.primary().tell("""
                    update act_ge_bytearray set bytes_ = convert_to(
                        regexp_replace(convert_from(bytes_, 'UTF8'), '"required":\\s*true', '"required": false', 'g'), 'UTF8')
                    where name_ like '%.form'""");

            assertThat(trial(installation).broken()).anyMatch(each -> each.contains("without what it requires"));
        }
    }

    /** The database is asked for a function of the same name that locks nothing; the chains of the logs keep theirs. */
    @Test
    void withoutTheLockOfTheCaseTransactionsWaitInACircle() {
        assumeDrawn(2);
        Installation made = Installation.prepare(FOLDER, server -> {
            server.tell("""
                    create function public.pg_advisory_xact_lock(key bigint) returns void language plpgsql as
                    $$ begin if key between 1094931269 and 1094931279 then perform pg_catalog.pg_advisory_xact_lock(key); end if; end $$""");
        });
        try (Installation installation = made.start(Installation.MAIN, 2, "&currentSchema=public,pg_catalog")) {
            assertThat(trial(installation).broken()).anyMatch(each -> each.startsWith("lock:"));
        }
    }

    @Test
    void withoutTheRuleForRetriesClocksStandStill() {
        assumeDrawn(3);
        try (Installation installation = Installation.start(FOLDER, "broken.BrokenNode", 2, "")) {
            Trial.Outcome outcome = Trial.run(
                    new Trial.Plan(
                            3, LENGTH, 60, 0, Duration.ofSeconds(2), Duration.ofMillis(100), List.of(Trial.Fault.FULL)),
                    installation);

            assertThat(outcome.broken()).anyMatch(each -> each.startsWith("stuck: a job without tries"));
        }
    }

    private static void assumeDrawn(int number) {
        assumeTrue(DRAWN == null || DRAWN == number, "Another one was drawn");
    }

    private static Trial.Outcome trial(Installation installation) {
        return Trial.run(new Trial.Plan(3, LENGTH, 60, Duration.ofSeconds(5), List.of()), installation);
    }
}
