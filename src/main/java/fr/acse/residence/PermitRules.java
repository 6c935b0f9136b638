package fr.acse.residence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which rows of {@code residence-permit.dmn} an installation follows, and when a renewal is prepared.
 *
 * @param set {@code law2003} (law 2003-239, art. 76) or {@code ceseda} (the current code)
 * @param renewalMonths months before the end at which the renewal is due
 */
@ConfigurationProperties("acse.permit")
public record PermitRules(
        @DefaultValue("law2003") String set,
        @DefaultValue("2") int renewalMonths) {}
