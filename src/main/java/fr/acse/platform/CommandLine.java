package fr.acse.platform;

import fr.acse.AcseReferralApplication;
import fr.acse.Refusal;
import fr.acse.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs a {@link Command} in the application without its web server and without its jobs. */
public final class CommandLine {

    private static final List<String> NAMES =
            List.of("verify-reveals", "who-knew", "rewrap-keys", "erase", "forget-second-factor");

    private CommandLine() {}

    public static boolean isCommand(String[] arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /** @return the exit code: 0 if all is well */
    public static int run(String[] arguments) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(AcseReferralApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(Map.of("camunda.bpm.job-execution.enabled", "false"));
        try (ConfigurableApplicationContext context = application.run()) {
            Command.Result result = context.getBeansOfType(Command.class).values().stream()
                    .filter(command -> command.name().equals(arguments[0]))
                    .findFirst()
                    .orElseThrow()
                    .run(Arrays.asList(arguments).subList(1, arguments.length));
            return say(result);
        } catch (Refusal refusal) {
            return say(new Command.Result(false, refusal.getMessage()));
        }
    }

    private static int say(Command.Result result) {
        System.out.println(result.words());
        System.out.println(Words.of(result.well() ? "command.well" : "command.notWell"));
        return result.well() ? 0 : 1;
    }
}
