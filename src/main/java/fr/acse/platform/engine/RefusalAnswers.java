package fr.acse.platform.engine;

import fr.acse.words.Refusal;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Our own endpoints answer a refusal as the engine's do: a bad request with nothing but its words. */
@RestControllerAdvice
class RefusalAnswers {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> changedMeanwhile(ConcurrencyFailureException atTheSameTime) {
        return refused(new Refusal("somebodyElse"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Refusal refusal) {
        boolean nobody = refusal.code().equals("login");
        return ResponseEntity.status(nobody ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST)
                .body(Map.of("type", "Refusal", "code", refusal.code(), "message", refusal.getMessage()));
    }
}
