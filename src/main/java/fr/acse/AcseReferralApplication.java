package fr.acse;

import fr.acse.casefile.KeyCommands;
import fr.acse.platform.engine.EngineStatements;
import fr.acse.platform.gate.GateWorker;
import fr.acse.platform.start.CommandLine;
import fr.acse.platform.start.GraceTime;
import java.io.IOException;
import java.io.PrintStream;
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

    public static void main(String[] args) throws GeneralSecurityException, IOException {
        if (args.length == 1 && args[0].equals(GateWorker.COMMAND)) {
            PrintStream answers = System.out;
            System.setOut(System.err);
            GateWorker.run(System.in, answers);
            return;
        }
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
