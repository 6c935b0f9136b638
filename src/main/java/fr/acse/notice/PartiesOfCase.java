package fr.acse.notice;

import fr.acse.codes.CaseReference;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Implemented by features that find the parties of a case. Exactly one feature finds each party. */
public interface PartiesOfCase {

    Map<Party, Function<CaseReference, Stream<Audience>>> known();
}
