package fr.acse.payment;

import java.time.LocalDate;
import java.util.Optional;

/** The highest amount for one line of a travel claim. Analysts set the amounts in {@code travel-ceilings.dmn}. */
public interface TravelCeilings {

    /** The table of ceilings for one claim. A new deployment may have changed the table since the last claim. */
    interface Table {

        /**
         * @param traveller {@code person} or {@code escort}
         * @param day of the expense
         * @return empty if the table has no ceiling for this cost
         */
        Optional<Cents> ceiling(CostKind kind, String traveller, LocalDate day);
    }

    Table table();
}
