package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import java.util.Set;

/** Event: the values of some sealed fields of a file were stored or removed. The event is published in the same transaction. */
public record ValuesSealed(CaseReference reference, Set<String> fields) {}
