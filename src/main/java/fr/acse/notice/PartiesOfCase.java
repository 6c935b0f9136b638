package fr.acse.notice;

import fr.acse.codes.CaseReference;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Features say who the parties of a case are. Exactly one feature knows each party. */
public interface PartiesOfCase {

    Map<Party, Function<CaseReference, Stream<Audience>>> known();
}
