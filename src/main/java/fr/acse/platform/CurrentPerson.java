package fr.acse.platform;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who is acting: the person logged in, or the system itself when a timer or a job acts. */
@Component
public class CurrentPerson {

    public static final String SYSTEM = "system";

    private final ProcessEngine engine;

    CurrentPerson(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    public String login() {
        Authentication authentication = engine.getIdentityService().getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null ? SYSTEM : authentication.getUserId();
    }

    public boolean isSystem() {
        return SYSTEM.equals(login());
    }
}
