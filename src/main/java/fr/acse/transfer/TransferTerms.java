package fr.acse.transfer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Terms of a journey, settings {@code acse.transfer}.
 *
 * @param longest how long a journey lasts at most; the escort's window never stays open beyond it
 */
@ConfigurationProperties("acse.transfer")
record TransferTerms(Duration longest) {}
