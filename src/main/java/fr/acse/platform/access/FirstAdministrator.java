package fr.acse.platform.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who keeps people and groups from the first start on: {@code acse.admin.*}. Entered where missing, never changed. */
@ConfigurationProperties("acse.admin")
record FirstAdministrator(
        String login,
        String password,
        @DefaultValue("First") String firstName,
        @DefaultValue("Administrator") String lastName) {}
