package fr.acse.platform.form;

import fr.acse.codes.CaseReference;
import java.util.List;
import java.util.Set;

/** Lists and tables that are computed when a form is opened. They never become variables. */
public interface FormData {

    /** Names by which a {@code .form} asks for them: {@code valuesKey} of a choice, {@code dataSource} of a table. */
    Set<String> names();

    /** Rows of a list or a table, each a record of its columns; for a choice {@code label} and {@code value}. */
    List<?> rows(String name, CaseReference reference);

    /** Whether it says nothing of any case, so that everybody who opens the form may read it. */
    default boolean isForEverybody() {
        return false;
    }
}
