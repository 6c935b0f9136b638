package fr.acse.platform.start;

import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs a {@link Command} in the application without its web server and without its jobs. */
public final class CommandLine {

    private static final List<String> NAMES = List.of(
            "verify-reveals",
            "ledger-check",
            "receipts",
            "who-knew",
            "rewrap-keys",
            "erase",
            "erased",
            "erase-again",
            "forget-second-factor",
            "grant",
            RehearsalProfile.COMMAND);

    /** Auto-configurations that a command excludes. The engine's REST configuration does not check whether there is a web server. */
    private static final String OF_THE_WEB = Stream.of(
                    CamundaBpmRestJerseyAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class)
            .map(Class::getName)
            .collect(Collectors.joining(","));

    private CommandLine() {}

    public static boolean isCommand(String[] arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /**
     * @param application the class with the {@code main} method
     * @return the exit code: 0 on success, 1 on failure
     */
    public static int run(Class<?> application, String[] arguments) {
        Command.Result result = resultOf(application, arguments);
        System.out.println(result.words());
        System.out.println(Words.of(result.well() ? "command.well" : "command.notWell"));
        return result.well() ? 0 : 1;
    }

    private static Command.Result resultOf(Class<?> main, String[] arguments) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(main)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("camunda.bpm.job-execution.enabled", "false"));
        try (ConfigurableApplicationContext context =
                application.run("--spring.autoconfigure.exclude=" + OF_THE_WEB, "--logging.level.root=WARN")) {
            return context.getBeansOfType(Command.class).values().stream()
                    .filter(command -> command.name().equals(arguments[0]))
                    .findFirst()
                    .orElseThrow()
                    .run(Arrays.asList(arguments).subList(1, arguments.length));
        } catch (Refusal refusal) {
            return new Command.Result(false, refusal.getMessage());
        }
    }
}
