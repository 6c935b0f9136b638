package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import java.util.List;

/** A table on the page of a case, such as its payments or the state of its permit. The tables are in the order of their beans. */
public interface CaseTable {

    /** Name of the table in {@code who-may-read.txt}, which says who sees it. */
    String name();

    /** Names of the columns. The key of a column's title is {@code column.} and its name. */
    List<String> columns();

    /** Rows with a text for each column. A table without rows is left out. */
    List<List<String>> rows(CaseReference reference);
}
