package fr.acse.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.audit.AuditLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.start.Command;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class RevealLogTest {

    @Autowired
    Network network;

    @Autowired
    AuditLog audit;

    @Autowired
    RevealLog reveals;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<Command> commands;

    private long last;

    @BeforeEach
    void readSomething() {
        String reference = network.openReferral("sealed_firstName", "Anna");
        for (int i = 0; i < 4; i++) {
            network.seen(reference, "task_assessSituation", "operator", "sealed_firstName");
        }
        last = jdbc.queryForObject("select max(number) from reveal", Long.class);
    }

    @Test
    void theLogIsWholeAndTheCommandSaysItsHead() {
        assertThat(reveals.firstBroken(null)).isEmpty();
        assertThat(reveals.firstBroken(reveals.head().orElseThrow())).isEmpty();
        assertThat(run("verify-reveals"))
                .isEqualTo(new Command.Result(
                        true,
                        "The reveal log is whole. Its last line, to be kept elsewhere: "
                                + reveals.head().orElseThrow()
                                + "\nThe audit log is whole. Its last line, to be kept elsewhere: "
                                + audit.head().orElse("-")));
    }

    /** {@code N} is the last line; the second column is the line at which a copy changed like this is found out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update reveal set person = 'nobody' where number = N - 1 | 1",
                "update reveal set fields = 'sealed_other' where number = N | 0",
                "update reveal set at = at - interval '1 day' where number = N - 2 | 2",
                "update reveal set task = 'another' where number = N - 2 | 2",
                "delete from reveal where number = N - 1 | 1",
                "delete from reveal where number = N - 1; update reveal set number = N - 1 where number = N | 1",
                "delete from reveal where number <= N - 2 | all",
                "update reveal set number = -number where number >= N - 1;"
                        + " update reveal set number = 2 * N - 1 + number where number < 0 | 1",
                "update reveal set hash = 'guess' where number = N | 0",
            })
    void aChangedCopyIsFoundOut(String change, String back) {
        assertThat(verifiedAfter(change, null)).contains(back.equals("all") ? 1 : last - Integer.parseInt(back));
    }

    /** By whoever owns the table and knows how it is written, but has no key. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit set person = 'nobody' where number = N - 1 | 1",
                "update audit set subject = concat(subject, 'x') where number = N | 0",
                "update audit set at = at - interval '1 second' where number = N - 2 | 2",
                "delete from audit where number = N - 1 | 1",
                "update audit set number = -number where number >= N - 1;"
                        + " update audit set number = 2 * N - 1 + number where number < 0 | 1",
                "update audit set hash = sha256(previous) where number = N | 0",
                "insert into audit select N + 1, at, act, 'nobody', subject, detail, hash, sha256(hash) from audit where number = N"
                        + " | -1",
            })
    void aChangedAuditLogIsFoundOut(String change, int back) {
        long last = jdbc.queryForObject("select max(number) from audit", Long.class);
        Command.Result changed = verifiedAfter(change, last, () -> run("verify-reveals"));
        assertThat(changed.well()).isFalse();
        assertThat(changed.words())
                .contains("The audit log was changed or cut, from line %d on.".formatted(last - back));
        String[] head = audit.head().orElseThrow().split(" ");
        Command.Result cut = verifiedAfter(
                "delete from audit where number > N - 2", last, () -> run("verify-reveals", "audit", head[0], head[1]));
        assertThat(cut.well()).isFalse();
        assertThat(cut.words()).contains("The audit log was changed or cut, from line %d on.".formatted(last - 1));
    }

    /** As a node that stands still in the middle of a reading, or is killed there. */
    @Test
    void aReadingThatDoesNotEndKeepsNobodyElseWaiting() throws Exception {
        CaseReference file = CaseReference.random(CaseReference.CASE);
        CountDownLatch standing = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        CompletableFuture<Void> frozen = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            reveals.add(new Login("slow"), file, List.of("sealed_story"), "t");
            standing.countDown();
            await(goesOn);
        }));
        standing.await();
        long before = jdbc.queryForObject("select count(*) from reveal", Long.class);

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(
                status -> reveals.add(new Login("quick"), file, List.of("sealed_story"), "t")));

        other.get(5, TimeUnit.SECONDS);
        assertThat(jdbc.queryForObject("select count(*) from reveal", Long.class))
                .isEqualTo(before + 1);
        goesOn.countDown();
        frozen.get(5, TimeUnit.SECONDS);
        assertThat(reveals.of(file.value()))
                .extracting(Reveal::person)
                .containsExactly(new Login("quick"), new Login("slow"));
        assertThat(reveals.firstBroken(null)).isEmpty();
    }

    @Test
    void whatIsReadInATransactionThatFailsIsNotInTheLogAndItsHeadIsNotTold(CapturedOutput output) {
        String head = reveals.head().orElseThrow();
        String said = output.getAll();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    reveals.add(new Login("x"), CaseReference.random(CaseReference.CASE), List.of("sealed_story"), "t");
                    throw new IllegalStateException("afterwards");
                }))
                .hasMessage("afterwards");

        assertThat(reveals.head()).contains(head);
        assertThat(output.getAll().substring(said.length())).doesNotContain("Reveal ");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCopyWithoutItsLastLinesIsFoundOutByAHeadThatWasKeptElsewhere() {
        String head = reveals.head().orElseThrow();

        assertThat(verifiedAfter("delete from reveal where number >= N - 1", head))
                .contains(last - 1);
        assertThat(verifiedAfter("delete from reveal", head)).contains(1L);
    }

    @Test
    void theDatabaseItselfRefusesToChangeTheLog() {
        for (String change : List.of(
                "update reveal set person = 'nobody'", "delete from reveal where number = 1", "truncate reveal")) {
            assertThatThrownBy(() -> jdbc.update(change)).hasMessageContaining("The reveal log is only added to");
        }
    }

    @Test
    void whereAnotherUserOwnsTheTablesTheApplicationsUserMayOnlyReadAndAddToTheLog() throws Exception {
        jdbc.execute("drop database if exists two_users");
        for (String role : List.of("acse_app", "acse_own")) {
            if (jdbc.queryForList("select 1 from pg_roles where rolname = ?", role)
                    .isEmpty()) {
                jdbc.execute("create role " + role + " login password 'app'");
            }
        }
        jdbc.execute("create database two_users owner acse_own");
        String url = url().replaceFirst("/[^/]+$", "/two_users");
        migrateAsOwner(url);

        try (Connection connection = DriverManager.getConnection(url, "acse_app", "app")) {
            JdbcTemplate application = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            application.update("insert into reveal values (1, now(), 'anna', '', 'sealed_firstName', 't', '', 'h')");
            assertThat(application.queryForObject("select count(*) from reveal", Integer.class))
                    .isEqualTo(1);
            for (String change : List.of(
                    "update reveal set person = 'x'",
                    "delete from reveal",
                    "truncate reveal",
                    "alter table reveal disable trigger all",
                    "drop trigger reveal_is_only_added_to on reveal",
                    "update ledger_entry set cents = 1",
                    "delete from ledger_booking",
                    "update ledger_kind set debit = 'BANK'",
                    "drop table reveal")) {
                assertThatThrownBy(() -> application.execute(change))
                        .as(change)
                        .rootCause()
                        .message()
                        .matches(".*(permission denied|must be owner).*");
            }
            assertThat(application.queryForList("select * from ledger_difference"))
                    .as("what ledger-check reads")
                    .isEmpty();
            application.update("insert into case_file values ('ACSE-0000-0000', null, now(), 'anna')");
            application.update("delete from case_file");
            application.execute("create table act_of_the_engine (id int)");
        }
        // The next start finds tables that are the application's own.
        migrateAsOwner(url);
    }

    /** The owner is no superuser. */
    private static void migrateAsOwner(String url) {
        Flyway.configure()
                .dataSource(url, "acse_own", "app")
                .placeholders(Map.of("appUser", "acse_app"))
                .load()
                .migrate();
    }

    private Optional<Long> verifiedAfter(String change, String head) {
        return verifiedAfter(change, last, () -> reveals.firstBroken(head));
    }

    private <T> T verifiedAfter(String change, long last, Supplier<T> verified) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.execute("set local session_replication_role = replica");
            for (String statement : change.split(";")) {
                jdbc.execute(statement.replace("N", Long.toString(last)));
            }
            return verified.get();
        });
    }

    private Command.Result run(String command, String... arguments) {
        return commands.stream()
                .filter(each -> each.name().equals(command))
                .findFirst()
                .orElseThrow()
                .run(List.of(arguments));
    }

    private String url() throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }
}
