package fr.acse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseFailureTest {

    @ParameterizedTest
    @CsvSource({
        "40P01, CONFLICT",
        "40001, CONFLICT",
        "23505, TAKEN",
        "55P03, TOO_LONG",
        "57014, TOO_LONG",
        "25P03, TOO_LONG",
        "53100, FULL",
        "53300, AWAY",
        "57P01, AWAY",
        "57P03, AWAY",
        "25006, AWAY",
        "08001, AWAY",
        "08006, AWAY"
    })
    void aCodeOfTheDatabaseIsFoundHoweverDeepItIs(String state, DatabaseFailure meaning) {
        Exception failure = new IllegalStateException(new RuntimeException(new SQLException("words", state)));

        assertThat(DatabaseFailure.of(failure)).contains(meaning);
    }

    @Test
    void noFreeConnectionAndAnotherPersonsChangeAreKnownWithoutACode() {
        assertThat(DatabaseFailure.of(new SQLTransientConnectionException())).contains(DatabaseFailure.AWAY);
        assertThat(DatabaseFailure.of(new CannotCreateTransactionException(""))).contains(DatabaseFailure.AWAY);
        assertThat(DatabaseFailure.of(new OptimisticLockingFailureException("")))
                .contains(DatabaseFailure.CONFLICT);
    }

    @Test
    void whatWasToldInWordsIsStillKnown() {
        RuntimeException told = new RuntimeException("Please try again");
        told.addSuppressed(new RuntimeException(new SQLException("words", "57P01")));

        assertThat(DatabaseFailure.of(told)).contains(DatabaseFailure.AWAY);
    }

    @Test
    void anythingElseIsNoFailureThatPasses() {
        assertThat(DatabaseFailure.of(new SQLException("words", "42703"))).isEmpty();
        assertThat(DatabaseFailure.of(new SQLException("words"))).isEmpty();
        assertThat(DatabaseFailure.of(new IllegalArgumentException())).isEmpty();
        assertThat(DatabaseFailure.FULL.isPassing()).isFalse();
        assertThat(DatabaseFailure.TAKEN.isPassing()).as("the same never works").isFalse();
        assertThat(DatabaseFailure.TOO_LONG.isPassing())
                .as("the same may always take too long")
                .isFalse();
    }
}
