package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import java.util.List;

/** A table on the page of a case, for example of its payments. The tables appear in the order of their Spring beans. */
public interface CaseTable {

    /** Name of the table in {@code who-may-read.txt}, which lists the parts that may see the table. */
    String name();

    /** Names of the columns. The title of a column has the key {@code column.<name>}. */
    List<String> columns();

    /** Whether the table says how the case stands now. The page shows such a table first. */
    default boolean saysHowItStands() {
        return false;
    }

    /** Rows with one text for each column. The page leaves out a table without rows. */
    List<List<String>> rows(CaseReference reference);
}
