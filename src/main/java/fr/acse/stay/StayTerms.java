package fr.acse.stay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Terms of a stay, from the settings {@code acse.stay}.
 *
 * @param tracing time of the search for a missing woman, during which her place is kept
 */
@ConfigurationProperties("acse.stay")
record StayTerms(Duration tracing) {}
