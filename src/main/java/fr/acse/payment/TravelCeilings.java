package fr.acse.payment;

import java.time.LocalDate;
import java.util.Optional;

/** What one line of a travel claim may cost, as analysts say in {@code travel-ceilings.dmn}. */
public interface TravelCeilings {

    /** How one claim asks the table, which may have changed since the last. */
    interface Table {

        /**
         * @param traveller {@code person} or {@code escort}
         * @param day on which it was spent
         * @return nothing where there is no ceiling
         */
        Optional<Cents> ceiling(CostKind kind, String traveller, LocalDate day);
    }

    Table table();
}
