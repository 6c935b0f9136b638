package fr.acse.notice;

import fr.acse.codes.CaseReference;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Features say who the parties of a case are. Each party is known to one feature. */
public interface PartiesOfCase {

    Map<Party, Function<CaseReference, Stream<Audience>>> known();
}
