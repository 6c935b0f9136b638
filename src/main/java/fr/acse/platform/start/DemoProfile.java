package fr.acse.platform.start;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** Activates the demo profile if no external database is configured. The class runs before Spring reads the files of the profiles. */
public class DemoProfile implements EnvironmentPostProcessor, Ordered {

    public static final String NAME = "demo";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean asked = Arrays.asList(
                        StringUtils.tokenizeToStringArray(environment.getProperty("spring.profiles.active", ""), ","))
                .contains(NAME);
        if (!isExternal(environment) && !asked) {
            application.setAdditionalProfiles(NAME);
        }
    }

    static boolean isExternal(ConfigurableEnvironment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }
}
