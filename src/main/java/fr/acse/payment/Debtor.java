package fr.acse.payment;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The payer of all payments: the coordination with its bank account. */
@ConfigurationProperties("acse.payment.debtor")
record Debtor(String name, String iban, String bic) {}
