package fr.acse.residence;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which rules an installation follows, settings {@code acse.permit}. Each has its source in {@code application.yaml}; a lawyer
 * confirms them before anybody relies on them.
 *
 * @param set of {@code residence-permit.dmn}: {@code ceseda} (the current code) or {@code law2003} (law 2003-239, art. 76)
 * @param silence how long the prefecture may be silent before its silence is a refusal
 * @param silenceAsylum how long the office for refugees may take at most
 * @param appeal how long she may appeal, by what was decided with the refusal
 * @param appealSoon how long before the last day of an appeal somebody is reminded
 */
@ConfigurationProperties("acse.permit")
public record PermitRules(
        @DefaultValue("ceseda") String set,
        @DefaultValue("P4M") Period silence,
        @DefaultValue("P21M") Period silenceAsylum,
        Appeal appeal,
        @DefaultValue("P3D") Period appealSoon) {

    /**
     * Each as an ISO period from the day of the notification.
     *
     * @param informal to the prefect or the minister; nothing if she is obliged to leave, since it would not stop the clock
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
