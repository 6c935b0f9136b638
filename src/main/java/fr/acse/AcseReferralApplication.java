package fr.acse;

import fr.acse.casefile.Keys;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.TimeZone;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the path of a referral through the network: the engine, its web applications and the case files. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableProcessApplication("acse-referral")
public class AcseReferralApplication {

    static {
        // The engine's due dates carry no time zone: everything inside is UTC.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    public static void main(String[] args) throws GeneralSecurityException {
        if (Arrays.asList(args).contains("new-keys")) {
            LoggerFactory.getLogger(AcseReferralApplication.class)
                    .info("\nACSE_KEYS_MASTER='{}'\nACSE_KEYS_INDEX='{}'", Keys.newMasterKey(), Keys.newIndexKey());
            return;
        }
        SpringApplication.run(AcseReferralApplication.class, args);
    }
}
