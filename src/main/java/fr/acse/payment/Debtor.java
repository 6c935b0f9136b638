package fr.acse.payment;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Who pays: the coordination and its account. */
@ConfigurationProperties("acse.payment.debtor")
record Debtor(String name, String iban, String bic) {}
