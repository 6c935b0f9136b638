package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import java.util.List;

/** A table on the page of a case: where its money is, how far a permit is. They stand in the order of their beans. */
public interface CaseTable {

    /** By which {@code who-may-read.txt} says who sees it. */
    String name();

    /** Names of the columns; {@code column.} and a name is what it is called. */
    List<String> columns();

    /** A value for each column, in words; no rows, and the table is left out. */
    List<List<String>> rows(CaseReference reference);
}
