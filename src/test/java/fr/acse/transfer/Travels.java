package fr.acse.transfer;

import fr.acse.Network;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.access.CaseAccess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Journeys up to a point on the way, and what somebody sees of them. */
@TestComponent
public class Travels {

    static final String ESCORT = "operator";
    public static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    private final Network network;
    private final EscortService escorts;
    private final CaseAccess access;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Travels(
            Network network,
            EscortService escorts,
            CaseAccess access,
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            Clock clock) {
        this.network = network;
        this.escorts = escorts;
        this.access = access;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String planned() {
        String reference = network.agreed(ALONE);
        network.plan(reference, "arrivalExpectedAt", in(1));
        return reference;
    }

    String departed() {
        String reference = planned();
        network.complete(reference, "task_confirmDeparture", ESCORT);
        return reference;
    }

    String unknown() {
        String reference = planned();
        network.pass(reference, Duration.ofMinutes(61));
        return reference;
    }

    String silent() {
        String reference = departed();
        network.pass(reference, Duration.ofMinutes(181));
        return reference;
    }

    /** After an hour somebody of another association takes her over. */
    public String relayed() {
        String reference = network.agreed(ALONE);
        network.plan(
                reference,
                "stretches",
                "two",
                "arrivalExpectedAt",
                in(4),
                "change1At",
                in(1),
                "escortAfter1",
                "operator2");
        return reference;
    }

    void replace(String reference, String person, Object... values) {
        network.startFor(reference, "replace-escort", "replace-escort", person, values);
    }

    String colleague(String reference) {
        return network.staffReading(
                network.tasks(reference, network.openTasks(reference).get(0)).get(0), 0);
    }

    String shelterShownTo(String reference, String person) {
        ShelterCode shown = transaction.execute(
                status -> escorts.shelterRevealedTo(new CaseReference(reference), new Login(person)));
        return shown == null ? null : shown.value();
    }

    Set<Relation> relations(String reference, String person) {
        return transaction.execute(status -> access.relations(new Login(person), new CaseReference(reference)));
    }

    String in(int hours) {
        Instant at = clock.instant().plus(hours, ChronoUnit.HOURS);
        return at.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    List<String> told(String reference, String event) {
        return jdbc.queryForList(
                "select distinct coalesce(group_name, person) from notice where reference = ? and event = ? order by 1",
                String.class,
                reference,
                event);
    }

    List<String> alarms(String reference) {
        return jdbc.queryForList("select kind from alarm where reference = ?", String.class, reference);
    }
}
