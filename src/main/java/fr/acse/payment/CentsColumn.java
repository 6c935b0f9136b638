package fr.acse.payment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores an amount in a database column as a whole number of cents. */
@Converter(autoApply = true)
class CentsColumn implements AttributeConverter<Cents, Integer> {

    @Override
    public Integer convertToDatabaseColumn(Cents amount) {
        return amount == null ? null : Math.toIntExact(amount.value());
    }

    @Override
    public Cents convertToEntityAttribute(Integer cents) {
        return cents == null ? null : new Cents(cents);
    }
}
