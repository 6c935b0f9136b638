package fr.acse.platform.rights;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Records what is done with people and groups; what needs two people waits for the second one. */
@Component
class Power {

    private final RightRequests rights;
    private final AuditLog audit;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Power(@Lazy RightRequests rights, AuditLog audit, CurrentPerson person, JdbcTemplate jdbc, Clock clock) {
        this.rights = rights;
        this.audit = audit;
        this.person = person;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(Act act, String subject, String detail) {
        audit.add(act, person.login(), subject, detail);
    }

    void ask(Login login, String group) {
        rights.ask(login, group, person.login());
    }

    /** @throws Refusal if somebody had this login before */
    void refuseFormer(Login login) {
        if (!jdbc.queryForList("select 1 from former_login where login = ?", login.value())
                .isEmpty()) {
            throw new Refusal("formerLogin", login);
        }
    }

    /** Somebody is not there any more. */
    void gone(Login login) {
        jdbc.update(
                "insert into former_login (login, gone_at) values (?, ?) on conflict do nothing",
                login.value(),
                Timestamp.from(clock.instant()));
        note(Act.PERSON_DELETED, login.value(), "");
    }
}
