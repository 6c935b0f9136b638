package fr.acse.platform.access;

import fr.acse.codes.Login;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The administrator who manages people and groups from the first start on: {@code acse.admin.*}. Created if missing,
 * never changed.
 */
@ConfigurationProperties("acse.admin")
record FirstAdministrator(
        Login login,
        String password,
        @DefaultValue("First") String firstName,
        @DefaultValue("Administrator") String lastName) {}
