package fr.acse.referral;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Time limits of the assessment, settings {@code acse.assessment}.
 *
 * @param commitment time within which the woman is asked about the clauses, if she names no day
 * @param thinking longest time for which the woman may think about the clauses
 */
@ConfigurationProperties("acse.assessment")
record AssessmentTerms(Duration commitment, Period thinking) {}
