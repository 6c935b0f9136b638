package fr.acse.platform.access;

import fr.acse.platform.database.StartLock;
import java.sql.SQLException;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every start enters the permissions of the roles, and the first administrator. */
@Component
public class AccessRules {

    private final StartLock startLock;
    private final TransactionTemplate transaction;
    private final RolePermissions permissions;
    private final FirstAdministrator administrator;

    AccessRules(
            StartLock startLock,
            TransactionTemplate transaction,
            RolePermissions permissions,
            FirstAdministrator administrator) {
        this.startLock = startLock;
        this.transaction = transaction;
        this.permissions = permissions;
        this.administrator = administrator;
    }

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
