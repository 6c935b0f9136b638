package fr.acse.payment;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param kept how long receipts and payment files are kept after the day of the payment */
@ConfigurationProperties("acse.accounts")
record AccountTerms(Period kept) {}
