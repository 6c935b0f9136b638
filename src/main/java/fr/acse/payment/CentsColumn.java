package fr.acse.payment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps an amount as the number of its cents. */
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
