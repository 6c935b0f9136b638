package fr.acse;

import fr.acse.bench.CountedStatements;
import fr.acse.faults.InterruptedCommits;
import fr.acse.models.PathRecorder;
import fr.acse.models.WritesWatch;
import fr.acse.platform.login.QuickPasswords;
import fr.acse.transfer.Travels;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test that plays the real models on a real PostgreSQL. Timers and jobs run when the test says so: it moves the clock. All
 * such tests share one application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "acse.data-dir=target/test-data/process-${acse.fork:alone}",
            "acse.embedded.durable=false",
            "logging.file.name=target/test-data/process-${acse.fork:alone}.log",
            "camunda.bpm.job-execution.enabled=false",
            "acse.mail.every=1d",
            "acse.watch.every=1d",
            "acse.counts.every=1d",
            "acse.pace.starts=1000000",
            "acse.pace.searches=1000000",
            "acse.pace.copies=1000000",
            "acse.pace.alerts=1000000",
            "acse.pace.mails=1000000",
            "acse.allowance.amounts[2040-01-01].cents=30400",
            "acse.allowance.amounts[2040-01-01].counts=household",
            "acse.second-factor.groups=" + ProcessTest.WITH_SECOND_FACTOR
        })
@AutoConfigureObservability(tracing = false)
@Import({
    Network.class,
    PathRecorder.class,
    WritesWatch.class,
    Walk.class,
    RandomCase.class,
    Travels.class,
    InterruptedCommits.class,
    CountedStatements.class,
    QuickPasswords.class
})
@ExtendWith(CleanSlate.class)
public @interface ProcessTest {

    /** A group that a test may make, whose people need a second factor. */
    String WITH_SECOND_FACTOR = "with-second-factor";
}
