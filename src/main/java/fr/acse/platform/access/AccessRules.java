package fr.acse.platform.access;

import fr.acse.platform.database.StartLock;
import java.sql.SQLException;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the permissions of the roles and the first administrator into the database at every start. */
@Component
@RequiredArgsConstructor
public class AccessRules {

    private final StartLock startLock;
    private final TransactionTemplate transaction;
    private final RolePermissions permissions;
    private final FirstAdministrator administrator;

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void enter() throws SQLException {
        try (StartLock.Held oneNode = startLock.acquire()) {
            transaction.executeWithoutResult(status -> {
                permissions.enter();
                administrator.enter();
            });
        }
    }
}
