package fr.acse.referral;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Terms of the assessment, settings {@code acse.assessment}.
 *
 * @param commitment within what time she is asked about the clauses, if she names no day
 * @param thinking how long she may think it over at most
 */
@ConfigurationProperties("acse.assessment")
record AssessmentTerms(Duration commitment, Period thinking) {}
