package fr.acse.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.EveryCell;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.CaseErasure;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.door.Door;
import fr.acse.platform.door.Visitors;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who finds whom by a name, a birth date, a telephone number or a nickname, and what is recorded of it. */
@ProcessTest
class WomanSearchTest {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};
    private static final String NAME = "Oluwadamilola";
    private static final String PASSWORD = "long-enough-for-everybody";

    @Autowired
    Network network;

    @Autowired
    CaseErasure erasure;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private String lastName;

    @BeforeEach
    void aNameOfItsOwn() {
        lastName = "Ver" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");
    }

    @Test
    void herAssociationAndTheCoordinationFindHerByOtherWritings() {
        String hers = opened("sealed_birthDate", "1996-04-15", "sealed_safeContact", "06 12 34 56 78, evenings");
        for (String person : List.of("operator", "coordinator")) {
            for (String typed : List.of(
                    NAME + " " + lastName,
                    lastName.toUpperCase() + " Olùwadámilola",
                    lastName + " Oluwadamilolla",
                    lastName + " 15/04/1996",
                    lastName + " 15.04.1996",
                    "+33 6 12 34 56 78")) {
                assertThat(found(person, typed)).as("%s: %s", person, typed).contains(hers);
            }
            assertThat(found(person, lastName + " 16/09/1988")).as(person).doesNotContain(hers);
        }
        assertThat(found("operator", lastName)).contains("\"exact\":[\"" + hers);
        assertThat(found("operator", lastName + " Oluwadamilolla")).contains("\"exact\":[]");
    }

    @Test
    void herShelterFindsHerWhileSheLivesThereAndNotByWhatItMayNotRead() {
        String hers = opened("sealed_safeContact", "06 98 76 54 32");
        assertThat(found("shelter", lastName)).doesNotContain(hers);
        arrive(hers);

        assertThat(found("shelter", lastName)).contains(hers);
        assertThat(found("shelter", "06 98 76 54 32"))
                .as("it may not read how she is reached")
                .doesNotContain(hers);

        network.leave(hers, "shelter");
        assertThat(found("shelter", lastName)).doesNotContain(hers);
        assertThat(found("operator", lastName)).as("a closed case").contains(hers);
    }

    @Test
    void whoHasNoPartInHerCaseGetsTheSameAnswerWhetherSheIsThereOrNot() {
        String without = found("operator2", lastName);
        String hers = opened();
        assertThat(network.openTasks(hers)).contains("task_assessSituation");

        assertThat(withoutTime(found("operator2", lastName))).isEqualTo(withoutTime(without));
        assertThat(withoutTime(found("shelter2", lastName))).isEqualTo(withoutTime(without));
        for (String person : List.of("finance", "supervisor")) {
            assertThat(search(person, lastName)).as(person).startsWith("400").doesNotContain(hers);
        }
        for (String person : List.of("analyst", "admin")) {
            assertThat(search(person, lastName)).as(person).startsWith("403");
        }
    }

    @Test
    void eachSearchIsRecordedAlsoOneThatFindsNobodyAndTheTypedTextIsKeptNowhere() {
        String hers = opened();
        int before = lines();
        found("operator", NAME + " " + lastName);
        assertThat(lines()).isEqualTo(before + 1);
        found("operator", "Nobody" + lastName);
        assertThat(lines()).isEqualTo(before + 2);
        assertThat(EveryCell.thatContains(lastName, jdbc)).isEmpty();
        assertThat(Visitors.call(port, "supervisor", "GET", "own:/reads?file=" + hers, null)
                        .body())
                .contains("Found by a search");
    }

    private int lines() {
        return jdbc.queryForObject("select count(*) from reveal where task = 'search'", Integer.class);
    }

    @Test
    void whoSearchesInBulkIsStopped() {
        String searcher = network.staffReading(null, 0);
        User user = identity.createUserQuery().userId(searcher).singleResult();
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        Door door = Door.web(port, searcher, PASSWORD, "tasklist");
        String typed = "{\"text\":\"Nobody" + lastName + "\"}";
        for (int search = 0; search < 60; search++) {
            assertThat(door.call("POST", "own:/cases/search", typed).statusCode())
                    .isEqualTo(200);
        }
        assertThat(door.call("POST", "own:/cases/search", typed).body()).contains("reading is stopped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "%", "15/04/1996", "Amina 31/02/1996", "12345"})
    void whatFindsNobodyIsRefusedInWords(String typed) {
        assertThat(search("operator", typed)).startsWith("400").contains("Search: ");
    }

    @Test
    void anErasedWomanIsNotFound() {
        String hers = opened();
        network.withdraw(hers);
        assertThat(found("coordinator", lastName)).contains(hers);

        erasure.erase(new CaseReference(hers), Login.SYSTEM);

        assertThat(found("coordinator", lastName)).contains("\"cases\":[]");
        assertThat(jdbc.queryForList("select 1 from search_key where reference = ?", hers))
                .isEmpty();
    }

    @Test
    void aDamagedFileHidesNoOtherCase() {
        String damaged = opened();
        String hers = opened();
        jdbc.update(
                "update sealed_value set ciphertext = 'damaged' where reference = ? and field = 'sealed_lastName'",
                damaged);
        assertThat(found("coordinator", lastName)).contains(hers).doesNotContain(damaged);
        assertThat(network.openTasks(opened())).contains("task_compareCases");
    }

    @Test
    void aCorrectedNameIsFoundAndTheOldOneIsNot() {
        String hers = opened();
        network.startFor(
                hers,
                "correct-case",
                "correct-case",
                "operator",
                "sealed_firstName",
                null,
                "sealed_lastName",
                lastName + "zk");
        assertThat(found("operator", lastName + "zk")).contains("\"exact\":[\"" + hers);
        assertThat(found("operator", lastName)).contains("\"exact\":[]");
    }

    @Test
    void aNicknameIsReadAndFoundByItsOwnOrganisationOnly() {
        String hers = opened();
        arrive(hers);
        assertThat(nickname("operator", hers, " Sun\u200f flower ")).isEqualTo(204);
        assertThat(nickname("shelter", hers, "Tulip")).isEqualTo(204);

        assertThat(nicknames("operator", hers)).contains("Sun flower").doesNotContain("Tulip");
        assertThat(nicknames("shelter", hers)).contains("Tulip").doesNotContain("Sun");
        assertThat(nicknames("coordinator", hers)).isEqualTo("{}");
        assertThat(found("operator", "sunflower")).contains(hers);
        assertThat(found("operator", "Tulip")).doesNotContain(hers);
        assertThat(found("coordinator", "Tulip")).doesNotContain(hers);
        for (String stranger : List.of("operator2", "shelter2", "supervisor", "finance")) {
            assertThat(nicknames(stranger, hers)).as(stranger).isEqualTo("{}");
            assertThat(nickname(stranger, hers, "Rose")).as(stranger).isEqualTo(400);
        }
        assertThat(jdbc.queryForList("select fields from reveal where task = 'list'", String.class))
                .contains("sealed_nickname");
        assertThat(Visitors.call(port, "coordinator", "GET", "own:/cases/" + hers, null)
                        .body())
                .doesNotContain("sealed_nickname");

        assertThat(nickname("operator", hers, "")).isEqualTo(204);
        assertThat(nicknames("operator", hers)).isEqualTo("{}");
        assertThat(found("operator", "sunflower")).doesNotContain(hers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567890123456789012345678901", "...", "😀"})
    void aNicknameThatCannotBeFoundAgainIsRefusedInWords(String typed) {
        String hers = opened();
        assertThat(Visitors.call(
                                port,
                                "operator",
                                "PUT",
                                "own:/cases/" + hers + "/nickname",
                                "{\"nickname\":\"" + typed + "\"}")
                        .body())
                .contains("Nickname: ");
    }

    private String opened(Object... more) {
        Object[] values = new Object[4 + more.length];
        System.arraycopy(new Object[] {"sealed_firstName", NAME, "sealed_lastName", lastName}, 0, values, 0, 4);
        System.arraycopy(more, 0, values, 4, more.length);
        return network.openReferral(values);
    }

    private void arrive(String reference) {
        network.complete(reference, "task_assessSituation", "operator", ALONE);
        network.complete(reference, "task_recordCommitment", "operator");
        network.complete(reference, "task_submitRequest", "operator");
        network.propose(reference);
        network.agree(reference, "shelter");
        network.travel(reference, "shelter");
    }

    private String found(String person, String typed) {
        String answer = search(person, typed);
        assertThat(answer).as("%s: %s", person, typed).startsWith("200");
        return answer;
    }

    private String search(String person, String typed) {
        var answer = Visitors.call(port, person, "POST", "own:/cases/search", "{\"text\":\"" + typed + "\"}");
        return answer.statusCode() + " " + answer.body();
    }

    private int nickname(String person, String reference, String typed) {
        return Visitors.call(
                        port,
                        person,
                        "PUT",
                        "own:/cases/" + reference + "/nickname",
                        "{\"nickname\":\"" + typed + "\"}")
                .statusCode();
    }

    private String nicknames(String person, String reference) {
        return Visitors.call(port, person, "POST", "own:/cases/nicknames", "{\"references\":[\"" + reference + "\"]}")
                .body();
    }

    private static String withoutTime(String answer) {
        return answer.replaceAll("\"now\":\"[^\"]+\"", "");
    }
}
