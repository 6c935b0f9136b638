package fr.acse.stay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Terms of a stay, settings {@code acse.stay}.
 *
 * @param tracing how long somebody who has disappeared is looked for while her place stays hers
 */
@ConfigurationProperties("acse.stay")
record StayTerms(Duration tracing) {}
