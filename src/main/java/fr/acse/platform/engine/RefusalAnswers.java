package fr.acse.platform.engine;

import fr.acse.platform.database.DatabaseFailure;
import fr.acse.words.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Sends a refusal of this application's own endpoints in the form of the engine's API: with a type, a code and a message. */
@RestControllerAdvice
class RefusalAnswers {

    static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Map<String, String>> database(Exception failure) throws Exception {
        DatabaseFailure met = DatabaseFailure.of(failure).orElseThrow(() -> failure);
        return body(met.status(), new Refusal(met.code()));
    }

    /** The engine throws {@link OptimisticLockingException} at the commit, after {@link RefusalInterceptor} has finished. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> atTheSameTime(OptimisticLockingException first) {
        return body(HttpStatus.BAD_REQUEST, new Refusal("somebodyElse"));
    }

    /** Sends the message of a failure that {@link RefusalInterceptor} has already turned into a response. */
    @ExceptionHandler
    ResponseEntity<Object> said(WebApplicationException answered) {
        Response answer = answered.getResponse();
        ResponseEntity.BodyBuilder same = ResponseEntity.status(answer.getStatus());
        if (answer.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            same.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return same.body(answer.getEntity());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Refusal refusal) {
        boolean nobody = refusal.code().equals("login");
        return body(nobody ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST, refusal);
    }

    private static ResponseEntity<Map<String, String>> body(HttpStatus status, Refusal refusal) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (status.is5xxServerError()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(Map.of("type", "Refusal", "code", refusal.code(), "message", refusal.getMessage()));
    }
}
