package fr.acse.platform.login;

import fr.acse.codes.Login;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoint at which a person who has entered the password enters a one-time code or gets a new secret for an authenticator app. The page of
 * this endpoint is outside the web applications and does not send their token. A request from another website is refused, because it is not
 * JSON or because {@code DoorChecks} refuses it.
 */
@RestController
@RequestMapping("/acse/second-factor")
record SecondFactorEndpoint(SecondFactor secondFactor, WebSession session, LoginThrottle throttle, LoginBook logins) {

    record Code(String code) {}

    @GetMapping
    Map<String, String> secret(HttpServletRequest request) {
        Login person = session.person(request);
        Map<String, String> answer = new HashMap<>();
        answer.put("login", person.value());
        answer.put("secret", secondFactor.isRequired(person) ? secondFactor.secretToEnter(person) : null);
        return answer;
    }

    @PostMapping
    ResponseEntity<Map<String, String>> show(@RequestBody Code sent, HttpServletRequest request) {
        Login person = session.person(request);
        String address = request.getRemoteAddr();
        if (!throttle.attempt(address, "code|" + person)) {
            return Answers.refusal(HttpStatus.TOO_MANY_REQUESTS, "tooManyAttempts");
        }
        if (!secondFactor.check(person, String.valueOf(sent.code()).replace(" ", ""))) {
            logins.codeRefused(person);
            return Answers.refusal(HttpStatus.BAD_REQUEST, "wrongCode");
        }
        throttle.succeeded(address, "code|" + person);
        logins.codeEntered(person);
        WebSession.secondFactorShown(request, person);
        return ResponseEntity.noContent().build();
    }
}
