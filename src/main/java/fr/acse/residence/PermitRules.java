package fr.acse.residence;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The legal terms of an installation, from the settings {@code acse.permit}. The file {@code application.yaml} names the legal source of
 * each term. A lawyer must confirm the terms before use.
 *
 * @param set of {@code residence-permit.dmn}: {@code ceseda} (the current code) or {@code law2003} (law 2003-239, art. 76)
 * @param silence time after which the silence of the prefecture is a refusal
 * @param silenceAsylum longest time that the office for refugees may take
 * @param appeal time in which the woman may appeal, by the kind of the refusal
 * @param appealSoon time before the last day of an appeal at which the follower is reminded
 */
@ConfigurationProperties("acse.permit")
public record PermitRules(
        @DefaultValue("ceseda") String set,
        @DefaultValue("P4M") Period silence,
        @DefaultValue("P21M") Period silenceAsylum,
        Appeal appeal,
        @DefaultValue("P3D") Period appealSoon) {

    /**
     * The terms of each kind of appeal: ISO periods from the day of the notification.
     *
     * @param informal to the prefect or the minister; not used with an obligation to leave, where it would not extend the term for the
     *     court
     * @param court to the administrative court, without an obligation to leave
     * @param asylum to the court of asylum
     * @param leave with an obligation to leave
     * @param houseArrest with an obligation to leave, under house arrest
     * @param detention with an obligation to leave, in detention
     * @param courtOfAppeal against a judgment
     * @param courtOfAppealLeave against a judgment about an obligation to leave
     */
    public record Appeal(
            Period informal,
            Period court,
            Period asylum,
            Period leave,
            Period houseArrest,
            Period detention,
            Period courtOfAppeal,
            Period courtOfAppealLeave) {}
}
