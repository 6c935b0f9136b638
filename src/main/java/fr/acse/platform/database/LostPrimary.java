package fr.acse.platform.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Throws away a connection to a server that was the primary and is a replica now: it answers, but takes nothing. The next
 * connection goes to the new primary. Also one whose transaction the server ended because the node had stood still.
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
