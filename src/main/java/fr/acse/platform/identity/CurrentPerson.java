package fr.acse.platform.identity;

import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who is acting: the person whom a door let in, or the system itself when a timer or a job acts. */
@Component
public class CurrentPerson {

    private final ProcessEngine engine;

    CurrentPerson(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** @throws Refusal if no door let a person in for this request: a request never acts as the system */
    public Login login() {
        if (Caller.isThroughHttp()) {
            return Caller.person().orElseThrow(() -> new Refusal("login"));
        }
        Authentication authentication = engine.getIdentityService().getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null
                ? Login.SYSTEM
                : new Login(authentication.getUserId());
    }

    public boolean isSystem() {
        return Login.SYSTEM.equals(login());
    }
}
