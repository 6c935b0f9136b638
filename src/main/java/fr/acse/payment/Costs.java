package fr.acse.payment;

import java.time.LocalDate;

/** What a journey cost. */
public record Costs(Cents person, Cents escort, int receipts, LocalDate travelledOn) {}
