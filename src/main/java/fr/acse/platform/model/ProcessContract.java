package fr.acse.platform.model;

import com.google.re2j.Pattern;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Code;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What a model and the code agree on; a test compares the two. This class makes, and so declares, the constants of the model's class. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
@Getter
public final class ProcessContract {

    /** The reference of the case (or of the file of a registration or a payment run), as the engine's tables show it. */
    public static final Variable<CaseReference> CASE_REFERENCE =
            Variable.code(CaseReference.VARIABLE, CaseReference::new);

    private final String processId;
    private final Set<Variable<?>> variables = new HashSet<>(Set.of(CASE_REFERENCE));
    private final Set<String> messages = new HashSet<>();
    private final Set<String> errors = new HashSet<>();
    private final Set<String> outcomes = new HashSet<>();
    private final Set<String> startedBy = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private Pattern newOutcomes;

    /** The reference of the case for which a step runs. */
    public static CaseReference caseOf(VariableScope scope) {
        return CASE_REFERENCE.get(scope);
    }

    public static ProcessContract of(String processId) {
        return new ProcessContract(processId);
    }

    public Variable<String> code(String name) {
        return declared(Variable.code(name));
    }

    /** Declares a code that only models read. */
    public Variable<String> choice(String name) {
        return declared(Variable.choice(name));
    }

    public Variable<CaseReference> reference(String name) {
        return code(name, CaseReference::new);
    }

    public Variable<Login> login(String name) {
        return code(name, Login::new);
    }

    public Variable<ShelterCode> shelter(String name) {
        return code(name, ShelterCode::new);
    }

    private <C extends Code> Variable<C> code(String name, Function<String, C> read) {
        return declared(Variable.code(name, read));
    }

    /** Declares a person about whom a supervisor decides: answers to supervisors name her. */
    public Variable<Login> named(String name) {
        named.add(name);
        return login(name);
    }

    public Variable<Integer> number(String name) {
        return declared(Variable.number(name));
    }

    public Variable<Boolean> flag(String name) {
        return declared(Variable.flag(name));
    }

    public Variable<Instant> moment(String name) {
        return declared(Variable.moment(name));
    }

    public Variable<LocalDate> day(String name) {
        return declared(Variable.day(name));
    }

    public Variable<Boolean> yesNo(String name) {
        return declared(Variable.yesNo(name));
    }

    private <T> Variable<T> declared(Variable<T> variable) {
        variables.add(variable);
        return variable;
    }

    /** Adds variables of other contracts. */
    public ProcessContract with(Variable<?>... others) {
        variables.addAll(Set.of(others));
        return this;
    }

    /** Adds codes that only models read. */
    public ProcessContract withChoices(String... names) {
        Stream.of(names).forEach(this::choice);
        return this;
    }

    /** Declares a message that the process sends or waits for. @return its name */
    public String message(String name) {
        messages.add(name);
        return name;
    }

    /** Adds messages whose constants are in other classes. */
    public ProcessContract withMessages(String... names) {
        messages.addAll(Set.of(names));
        return this;
    }

    /** Codes of the errors that its elements throw. */
    public ProcessContract withErrors(String... codes) {
        errors.addAll(Set.of(codes));
        return this;
    }

    /** Adds the values that the property {@code outcome} of its end events may have. */
    public ProcessContract withOutcomes(String... codes) {
        outcomes.addAll(Set.of(codes));
        return this;
    }

    /** Sets the form of new outcomes. Without such a form, an analyst may add none. */
    public ProcessContract withNewOutcomes(Pattern form) {
        newOutcomes = form;
        return this;
    }

    /** Groups whose people may start it with its form. */
    public ProcessContract startedBy(String... groups) {
        startedBy.addAll(Set.of(groups));
        return this;
    }

    public Optional<Pattern> newOutcomes() {
        return Optional.ofNullable(newOutcomes);
    }

    public Set<String> startedBy() {
        return startedBy;
    }
}
