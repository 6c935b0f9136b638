package fr.acse.platform;

import fr.acse.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Outside the transaction: a refusal has undone everything and is answered as a bad request with nothing but its words, so
 * that Tasklist shows them as they are.
 */
class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (Refusal refusal) {
            throw new WebApplicationException(refusal.getMessage(), refusal, badRequest(refusal));
        }
    }

    private static Response badRequest(Refusal refusal) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "Refusal", "code", refusal.code(), "message", refusal.getMessage()))
                .build();
    }
}
