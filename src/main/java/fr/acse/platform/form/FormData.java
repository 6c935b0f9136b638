package fr.acse.platform.form;

import fr.acse.codes.CaseReference;
import java.util.List;
import java.util.Set;

/** Lists and tables that are computed when a form is opened. They never become variables. */
public interface FormData {

    /** Names of the lists and tables in a {@code .form}: {@code valuesKey} of a choice, {@code dataSource} of a table. */
    Set<String> names();

    /** Rows of a list or a table. Each is a record of its columns; for a choice, of {@code label} and {@code value}. */
    List<?> rows(String name, CaseReference reference);

    /** Whether the data is of no case, so that everybody who opens the form may read it. */
    default boolean isForEverybody() {
        return false;
    }
}
