package fr.acse.browser;

import fr.acse.Network;
import fr.acse.platform.login.QuickPasswords;
import fr.acse.transfer.Travels;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** A test from outside: the application runs as it does for its users, jobs and timers by themselves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "acse.data-dir=target/test-data/browser-${acse.fork:alone}",
            "acse.embedded.durable=false",
            "acse.second-factor.groups=careful"
        })
@Import({Network.class, Room.class, Travels.class, QuickPasswords.class})
@ExtendWith(OpenShelters.class)
@interface RunningApplication {}
