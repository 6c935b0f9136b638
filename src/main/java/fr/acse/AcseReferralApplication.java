package fr.acse;

import fr.acse.casefile.KeyCommands;
import fr.acse.platform.engine.EngineStatements;
import fr.acse.platform.start.CommandLine;
import fr.acse.platform.start.GraceTime;
import java.security.GeneralSecurityException;
import java.util.TimeZone;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
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
        if (KeyCommands.run(args)) {
            return;
        }
        if (CommandLine.isCommand(args)) {
            System.exit(CommandLine.run(AcseReferralApplication.class, args));
        }
        EngineStatements.begin();
        GraceTime.limit();
        SpringApplication.run(AcseReferralApplication.class, args);
    }
}
