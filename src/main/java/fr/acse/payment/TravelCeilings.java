package fr.acse.payment;

import java.time.LocalDate;
import java.util.Optional;

/** What one line of a travel claim may cost, as analysts say in {@code travel-ceilings.dmn}. */
public interface TravelCeilings {

    /** The table for one claim. It may have changed since the last claim. */
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
