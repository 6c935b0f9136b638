package fr.acse.platform.form;

import fr.acse.codes.CaseReference;
import java.util.List;
import java.util.Set;

/** Lists and tables that are computed when a form is opened. The rows of these lists and tables never become variables. */
public interface FormData {

    /** Names of the lists and tables in a {@code .form} file: {@code valuesKey} of a choice, {@code dataSource} of a table. */
    Set<String> names();

    /** Rows of a list or a table. Each row is a record of its columns; a row of a choice has {@code label} and {@code value}. */
    List<?> rows(String name, CaseReference reference);

    /** Whether the data belongs to no case, so that everybody who opens the form may read the data. */
    default boolean isForEverybody() {
        return false;
    }
}
