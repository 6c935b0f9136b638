package fr.acse.platform.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses demo people in an external database, except in the schema of a rehearsal. The class runs when all profiles are known. */
public class DemoStaysInside implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (DemoProfile.isExternal(environment) && environment.matchesProfiles(DemoProfile.NAME)) {
            throw new StartFailure("start.demoWithExternal");
        }
        if (DemoProfile.isExternal(environment)
                && environment.matchesProfiles(RehearsalProfile.NAME)
                && !RehearsalProfile.isInItsSchema(environment.getProperty("spring.datasource.url"))) {
            throw new StartFailure("start.rehearsalWithExternal");
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
