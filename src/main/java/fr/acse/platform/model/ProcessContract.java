package fr.acse.platform.model;

import com.google.re2j.Pattern;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model and the code agree on; a test compares the two. */
public interface ProcessContract {

    /** The case reference (or that of the file of a registration or a payment run), as the engine's tables show it. */
    Variable<CaseReference> CASE_REFERENCE = Variable.reference("caseReference");

    /** Who did the step that somebody else looks at next. */
    Variable<Login> LAST_HAND = Variable.login("lastHand");

    String processId();

    Set<Variable<?>> variables();

    /** Names of the messages that the process sends or waits for. */
    default Set<String> messages() {
        return Set.of();
    }

    /** Codes of the errors that its elements throw. */
    default Set<String> errors() {
        return Set.of();
    }

    /** What its end events may mean for the case, by their property {@code outcome}. */
    default Set<String> outcomes() {
        return Set.of();
    }

    /** What an analyst's new outcome must look like, if she may add one. */
    default Optional<Pattern> newOutcomes() {
        return Optional.empty();
    }

    /** Declares variables that models read and no code does. */
    static Stream<Variable<?>> codes(String... names) {
        return Stream.of(names).map(name -> Variable.code(name).ofModels());
    }

    static Set<Variable<?>> declare(Stream<Variable<?>> codes, Variable<?>... others) {
        return Stream.of(Stream.of(CASE_REFERENCE), codes, Stream.of(others))
                .flatMap(each -> each)
                .collect(Collectors.toUnmodifiableSet());
    }
}
