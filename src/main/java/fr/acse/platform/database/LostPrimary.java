package fr.acse.platform.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Closes a connection to a server that was the primary and is now a replica, because a replica refuses changes. The next connection goes to
 * the new primary. A connection that the server ended because the node was idle for too long is closed, too.
 */
public class LostPrimary implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return switch (String.valueOf(failure.getSQLState())) {
            case "25006", "25P03", "57P05" -> Override.MUST_EVICT;
            default -> Override.CONTINUE_EVICT;
        };
    }
}
