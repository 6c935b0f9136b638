package fr.acse.platform;

import fr.acse.Refusal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Our own endpoints answer a refusal as the engine's do: a bad request with nothing but its words. */
@RestControllerAdvice
class RefusalAnswers {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> refused(Refusal refusal) {
        return Map.of("type", "Refusal", "code", refusal.code(), "message", refusal.getMessage());
    }
}
