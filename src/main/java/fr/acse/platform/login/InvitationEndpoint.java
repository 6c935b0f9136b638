package fr.acse.platform.login;

import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoint for the page of an invitation. The page requests the login that belongs to the link, and sends the new password. The body of the
 * request contains the secret of the link, so that no log or proxy stores the secret.
 */
@RestController
@RequestMapping("/acse/invitation")
record InvitationEndpoint(Invitations invitations, SecondFactor secondFactor, People people, LoginThrottle throttle) {

    private static final String THROTTLED_AS = "invitation";

    record Link(String token) {}

    record Taken(String token, String password, String code) {}

    @PostMapping("/look")
    ResponseEntity<Map<String, String>> look(@RequestBody Link sent, HttpServletRequest request) {
        return counted(request, () -> {
            Login login = invitations.whose(sent.token());
            return ResponseEntity.ok(Map.of(
                    "login",
                    login.value(),
                    "name",
                    people.nameOf(login),
                    "shortest",
                    String.valueOf(Passwords.SHORTEST),
                    "secret",
                    secondFactor.secretToEnter(login)));
        });
    }

    @PostMapping
    ResponseEntity<Map<String, String>> take(@RequestBody Taken sent, HttpServletRequest request) {
        return counted(request, () -> {
            Login login = invitations.take(sent.token(), sent.password(), sent.code());
            return ResponseEntity.ok(Map.of("login", login.value()));
        });
    }

    private interface Answer {
        ResponseEntity<Map<String, String>> give();
    }

    /** Counts an attempt to open a link, so that guessing a link is as slow as guessing a password. */
    private ResponseEntity<Map<String, String>> counted(HttpServletRequest request, Answer answer) {
        if (!throttle.attempt(request.getRemoteAddr(), THROTTLED_AS)) {
            return Answers.refusal(HttpStatus.TOO_MANY_REQUESTS, "tooManyAttempts");
        }
        ResponseEntity<Map<String, String>> given = answer.give();
        throttle.succeeded(request.getRemoteAddr(), THROTTLED_AS);
        return given;
    }
}
