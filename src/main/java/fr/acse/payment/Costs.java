package fr.acse.payment;

import java.time.LocalDate;

/** Costs of a journey, in cents. */
public record Costs(int personCents, int escortCents, int receipts, LocalDate travelledOn) {}
