package fr.acse.platform.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** An external database never shows demo people, however their profile is turned on. Decided when all profiles are known. */
public class DemoStaysInside implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (DemoProfile.isExternal(environment) && environment.matchesProfiles(DemoProfile.NAME)) {
            throw new StartFailure("start.demoWithExternal");
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
