package fr.acse.platform.start;

import fr.acse.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Logs the address of the application after a start, and under the demo profile also the demo logins. */
@Component
class StartedBanner {

    private static final Logger LOG = LoggerFactory.getLogger(StartedBanner.class);

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void show(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext context) {
            String port = Integer.toString(context.getWebServer().getPort());
            boolean demo = context.getEnvironment().matchesProfiles(DemoProfile.NAME);
            LOG.info(Words.of("start.ready", port) + (demo ? Words.of("start.logins") : ""));
        }
    }
}
