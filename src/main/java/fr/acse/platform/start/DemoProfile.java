package fr.acse.platform.start;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** The embedded default shows demo people; an external database never does. Decided before the profiles' files are read. */
public class DemoProfile implements EnvironmentPostProcessor, Ordered {

    public static final String NAME = "demo";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean external = StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        boolean asked = Arrays.asList(
                        environment.getProperty("spring.profiles.active", "").split("\\s*,\\s*"))
                .contains(NAME);
        if (external && asked) {
            throw new StartFailure("start.demoWithExternal");
        }
        if (!external && !asked) {
            application.setAdditionalProfiles(NAME);
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }
}
