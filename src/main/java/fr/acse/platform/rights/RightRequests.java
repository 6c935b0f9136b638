package fr.acse.platform.rights;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.platform.access.AccessRules;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two people put somebody into a group: an administrator asks, and another one or a supervisor grants. The
 * coordination is told by mail, and the right begins after that.
 */
@Component
class RightRequests {

    /** Who may grant what an administrator asked for. */
    private static final Set<String> GRANTING = Set.of(AccessRules.ADMINISTRATORS, AccessRules.SUPERVISORS);

    private static final String OPEN = "granted_at is null and refused_at is null";

    /** @param grantedAt when it was granted, or null; it begins when the coordination has been told */
    record Right(
            UUID id, Login login, String group, Login askedBy, Instant askedAt, Login grantedBy, Instant grantedAt) {}

    private final JdbcTemplate jdbc;
    private final IdentityService identity;
    private final People people;
    private final RightNews news;
    private final AuditLog audit;
    private final Unchecked unchecked;
    private final Clock clock;

    RightRequests(
            JdbcTemplate jdbc,
            @Lazy IdentityService identity,
            @Lazy People people,
            @Lazy RightNews news,
            AuditLog audit,
            Unchecked unchecked,
            Clock clock) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.people = people;
        this.news = news;
        this.audit = audit;
        this.unchecked = unchecked;
        this.clock = clock;
    }

    /** Records what an administrator asks for. It is kept although her request to the engine is refused. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void ask(Login login, String group, Login by) {
        int noted = jdbc.update(
                "insert into right_request (id, login, group_name, asked_by, asked_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                UUID.randomUUID(),
                login.value(),
                group,
                by.value(),
                now());
        if (noted == 1) {
            audit.add(Act.RIGHT_ASKED, by, login.value(), group);
        }
    }

    @Transactional(readOnly = true)
    public List<Right> open() {
        return jdbc.query(
                "select * from right_request where refused_at is null and begun_at is null order by asked_at",
                RightRequests::row);
    }

    /** @throws Refusal if she asked for it herself, it is for herself, or it is decided already */
    @Transactional
    public void grant(UUID id, Login by) {
        Right right = lock(id, by);
        jdbc.update("update right_request set granted_by = ?, granted_at = ? where id = ?", by.value(), now(), id);
        audit.add(Act.RIGHT_GRANTED, by, right.login().value(), right.group());
        news.tellCoordination();
    }

    @Transactional
    public void refuse(UUID id, Login by) {
        Right right = lock(id, by);
        jdbc.update("update right_request set refused_by = ?, refused_at = ? where id = ?", by.value(), now(), id);
        audit.add(Act.RIGHT_REFUSED, by, right.login().value(), right.group());
    }

    private Right lock(UUID id, Login by) {
        Right right = jdbc
                .query("select * from right_request where id = ? and " + OPEN + " for update", RightRequests::row, id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("rightDecided"));
        if (people.groupsOf(by).stream().noneMatch(GRANTING::contains)) {
            throw new Refusal("notYourStep");
        }
        if (by.equals(right.askedBy()) || by.equals(right.login())) {
            throw new Refusal("rightSecondPerson");
        }
        return right;
    }

    /** A granted right begins when the coordination has been told. */
    @Scheduled(fixedDelayString = "${acse.mail.every}")
    @Transactional
    public void begin() {
        List<Right> granted = jdbc.query(
                "select * from right_request where granted_at is not null and begun_at is null for update skip locked",
                RightRequests::row);
        granted.stream().filter(right -> news.isToldSince(right.grantedAt())).forEach(right -> {
            give(right.login(), right.group());
            jdbc.update("update right_request set begun_at = ? where id = ?", now(), right.id());
        });
    }

    /** From the server's command line; the coordination is told of it, too. */
    @Transactional
    public void grantAtOnce(Login login, String group, Login by) {
        give(login, group);
        audit.add(Act.RIGHT_GRANTED, by, login.value(), group);
        news.tellCoordination();
    }

    private void give(Login login, String group) {
        unchecked.call(() -> {
            identity.createMembership(login.value(), group);
            return null;
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Right row(ResultSet row, int index) throws SQLException {
        OffsetDateTime granted = row.getObject("granted_at", OffsetDateTime.class);
        return new Right(
                row.getObject("id", UUID.class),
                new Login(row.getString("login")),
                row.getString("group_name"),
                new Login(row.getString("asked_by")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("granted_by") == null ? null : new Login(row.getString("granted_by")),
                granted == null ? null : granted.toInstant());
    }
}
