package fr.acse.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** The embedded default shows demo people; an external database never does. */
class DemoProfile implements EnvironmentPostProcessor {

    static final String NAME = "demo";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean external = StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        boolean demo = environment.matchesProfiles(NAME);
        if (external && demo) {
            throw new StartFailure("start.demoWithExternal");
        }
        if (!external && !demo) {
            environment.addActiveProfile(NAME);
        }
    }
}
