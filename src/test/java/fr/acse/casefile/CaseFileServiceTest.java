package fr.acse.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class CaseFileServiceTest {

    private static final Login WRITER = new Login("operator");
    private static final Login READER = new Login("coordinator");

    @Autowired
    CaseFileService files;

    @Autowired
    RevealLog reveals;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aFileKnowsWhoOpenedItAndWhoWroteWhat() {
        CaseReference file = open(Map.of("sealed_firstName", "Anna"));

        assertThat(get(() -> files.exists(file))).isTrue();
        assertThat(get(() -> files.exists(CaseReference.random("ACSE")))).isFalse();
        assertThat(get(() -> files.openedBy(file))).isEqualTo(WRITER);
        assertThat(get(() -> files.entries(file)))
                .containsExactly(new CaseFileService.Entry("sealed_firstName", WRITER));
        assertThatThrownBy(() -> get(() -> files.openedBy(CaseReference.random("ACSE"))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whoReadsGetsWhatSheAskedForAndIsWrittenDownWithIt() {
        CaseReference file = open(Map.of("sealed_firstName", "Anna", "sealed_lastName", "Ivanova"));

        assertThat(reveal(file, "sealed_firstName", "sealed_story")).isEqualTo(Map.of("sealed_firstName", "Anna"));
        assertThat(reveals.of(file.value())).singleElement().satisfies(line -> {
            assertThat(line.person()).isEqualTo(READER);
            assertThat(line.fields()).isEqualTo("sealed_firstName");
            assertThat(line.task()).isEqualTo("task");
        });
    }

    @Test
    void whoFindsNothingHasReadNothing() {
        CaseReference file = open(Map.of("sealed_firstName", "Anna"));

        assertThat(reveal(file, "sealed_story")).isEmpty();
        assertThat(reveals.of(file.value())).isEmpty();
    }

    @Test
    void aRuleOfTheSoftwareReadsWithoutALine() {
        CaseReference file = open(Map.of("sealed_birthDate", "2001-02-03"));

        assertThat(get(() -> files.readForRule(file, "sealed_birthDate"))).contains("2001-02-03");
        assertThat(get(() -> files.readForRule(file, "sealed_firstName"))).isEmpty();
        assertThat(reveals.of(file.value())).isEmpty();
    }

    @Test
    void whoIsStoppedReadsNoValueMore() {
        CaseReference file = open(Map.of("sealed_firstName", "Anna"));
        jdbc.update(
                "insert into reading_stop (id, person, stopped_at) values (gen_random_uuid(), 'coordinator', now())");
        try {
            assertThatThrownBy(() -> reveal(file, "sealed_firstName"))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("readingStopped"));
        } finally {
            jdbc.update("delete from reading_stop");
        }
    }

    @Test
    void aLaterValueTakesThePlaceOfTheEarlierOne() {
        CaseReference file = open(Map.of("sealed_firstName", "Anna"));
        run(status -> files.seal(file, Map.of("sealed_firstName", "Hannah"), READER));

        assertThat(reveal(file, "sealed_firstName")).containsValue("Hannah");
        assertThat(get(() -> files.entries(file)))
                .containsExactly(new CaseFileService.Entry("sealed_firstName", READER));
    }

    @Test
    void aValueThatIsMovedToAnotherFieldOrFileCannotBeRead() {
        CaseReference file = open(Map.of("sealed_firstName", "Anna", "sealed_lastName", "Ivanova"));
        CaseReference other = open(Map.of("sealed_firstName", "Maria"));

        jdbc.update(
                "update sealed_value set ciphertext = (select ciphertext from sealed_value where reference = ?"
                        + " and field = 'sealed_firstName') where reference = ? and field = 'sealed_lastName'",
                file.value(),
                file.value());
        assertThatThrownBy(() -> reveal(file, "sealed_lastName")).hasMessageContaining("cannot be read");
        jdbc.update(
                "update sealed_value set ciphertext = (select ciphertext from sealed_value where reference = ?"
                        + " and field = 'sealed_firstName') where reference = ?",
                file.value(),
                other.value());
        assertThatThrownBy(() -> reveal(other, "sealed_firstName")).hasMessageContaining("cannot be read");
    }

    @Test
    void withoutItsKeyAFileIsNoFileAnyMore() {
        CaseReference erased = open(Map.of("sealed_firstName", "Anna"));
        jdbc.update("update case_file set wrapped_key = null where reference = ?", erased.value());
        CaseReference never = CaseReference.random("ACSE");

        assertThatThrownBy(() -> reveal(erased, "sealed_firstName")).hasMessageContaining("There is no file " + erased);
        assertThatThrownBy(() -> run(status -> files.seal(never, Map.of("sealed_firstName", "Anna"), WRITER)))
                .hasMessageContaining("There is no file " + never);
        run(status -> files.seal(never, Map.of(), WRITER));
    }

    /** The same person is found again, however her name is written; another is not. */
    @Test
    void thePersonKeyForgivesCaseAccentsAndSignsAndNothingElse() {
        byte[] key = personKey("Zoé-Marie", "N'Diaye", "2001-02-03");

        assertThat(personKey(" zoe  marie ", "N Diaye", "2001-02-03")).isEqualTo(key);
        assertThat(personKey("ZOÉ MARIE", "n'diaye", "2001-02-03")).isEqualTo(key);
        assertThat(personKey("Zoe", "N'Diaye", "2001-02-03")).isNotEqualTo(key);
        assertThat(personKey("Zoé-Marie", "Diaye", "2001-02-03")).isNotEqualTo(key);
        assertThat(personKey("Zoé-Marie", "N'Diaye", "2001-02-04")).isNotEqualTo(key);
        assertThat(personKey("", "", "")).isNotEqualTo(key);
    }

    @Test
    void everyKeyIsWrappedAnewOnceAndEveryValueStaysReadable() {
        CaseReference first = open(Map.of("sealed_firstName", "Anna"));
        CaseReference second = open(Map.of("sealed_firstName", "Maria"));
        byte[] before = wrappedKey(first);
        byte[] beforeOfSecond = wrappedKey(second);
        Set<CaseReference> ends = new HashSet<>();

        Optional<CaseReference> last = files.rewrapAfter(null);
        while (last.isPresent()) {
            assertThat(ends.add(last.get())).isTrue();
            last = files.rewrapAfter(last.get());
        }

        assertThat(ends).isNotEmpty();
        assertThat(wrappedKey(first)).isNotEqualTo(before);
        assertThat(wrappedKey(second)).isNotEqualTo(beforeOfSecond);
        assertThat(reveal(first, "sealed_firstName")).containsValue("Anna");
        assertThat(reveal(second, "sealed_firstName")).containsValue("Maria");
    }

    @Test
    void theLogIsSearchedByPersonFileAndDay() {
        CaseReference file = open(Map.of("sealed_firstName", "Anna"));
        reveal(file, "sealed_firstName");
        reveal(file, "sealed_firstName");
        Instant tomorrow = TestTime.now().plus(Duration.ofDays(2));

        assertThat(reveals.count(new RevealLog.Asked("coordinator", file.value(), Instant.EPOCH)))
                .isEqualTo(2);
        assertThat(reveals.count(new RevealLog.Asked("operator", file.value(), Instant.EPOCH)))
                .isZero();
        assertThat(reveals.count(
                        new RevealLog.Asked("", CaseReference.random("ACSE").value(), Instant.EPOCH)))
                .isZero();
        assertThat(reveals.count(new RevealLog.Asked("", file.value(), tomorrow)))
                .isZero();
        List<Reveal> latest = reveals.latest(new RevealLog.Asked("", file.value(), Instant.EPOCH), 1, 0);
        List<Reveal> earlier = reveals.latest(new RevealLog.Asked("", file.value(), Instant.EPOCH), 1, 1);
        assertThat(latest.get(0).number()).isEqualTo(earlier.get(0).number() + 1);
    }

    private CaseReference open(Map<String, String> sealed) {
        return get(() -> {
            CaseReference file = files.open(CaseReference.CASE, WRITER);
            files.seal(file, sealed, WRITER);
            return file;
        });
    }

    private Map<String, String> reveal(CaseReference file, String... fields) {
        return get(() -> files.reveal(file, List.of(fields), READER, "task"));
    }

    private byte[] personKey(String firstName, String lastName, String birthDate) {
        CaseReference file =
                open(Map.of("sealed_firstName", firstName, "sealed_lastName", lastName, "sealed_birthDate", birthDate));
        return get(() -> files.personKey(file));
    }

    private byte[] wrappedKey(CaseReference file) {
        return jdbc.queryForObject("select wrapped_key from case_file where reference = ?", byte[].class, file.value());
    }

    private <T> T get(Supplier<T> action) {
        return transaction.execute(status -> action.get());
    }

    private void run(Consumer<Object> action) {
        transaction.executeWithoutResult(action::accept);
    }
}
