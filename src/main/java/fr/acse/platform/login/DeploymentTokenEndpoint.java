package fr.acse.platform.login;

import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint at which an analyst creates and revokes the token with which the Camunda Modeler deploys. */
@RestController
@RequestMapping("/camunda/api/acse/deployment-token")
record DeploymentTokenEndpoint(DeploymentTokens tokens, CurrentPerson person) {

    /** @param token text of the token if the token has just been created, otherwise null */
    record Answer(Login login, String token, Instant expiresAt) {}

    @GetMapping
    public Answer current() {
        Optional<DeploymentTokens.Token> current = tokens.current(person.login());
        return new Answer(
                person.login(),
                null,
                current.map(DeploymentTokens.Token::expiresAt).orElse(null));
    }

    @PostMapping
    public Answer make() {
        String token = tokens.make(person.login());
        return new Answer(
                person.login(),
                token,
                tokens.current(person.login()).orElseThrow().expiresAt());
    }

    @DeleteMapping
    public ResponseEntity<Void> revoke() {
        tokens.revoke(person.login());
        return ResponseEntity.noContent().build();
    }
}
