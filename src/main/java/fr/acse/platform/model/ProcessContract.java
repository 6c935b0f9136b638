package fr.acse.platform.model;

import com.google.re2j.Pattern;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Code;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The names that a process model and the code share. A test compares the model with its contract. Creating a constant also declares it. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
@Getter
public final class ProcessContract {

    /** The reference of the case, the registration or the payment run, in the form in which the engine's tables show it. */
    public static final Variable<CaseReference> CASE_REFERENCE =
            Variable.code(CaseReference.VARIABLE, CaseReference::new);

    private final String processId;
    private final Set<Variable<?>> variables = new HashSet<>(Set.of(CASE_REFERENCE));
    private final Set<String> messages = new HashSet<>();
    private final Set<String> errors = new HashSet<>();
    private final Set<String> outcomes = new HashSet<>();
    private final Set<String> startedBy = new HashSet<>();
    private final Set<String> startLists = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private Pattern newOutcomes;

    /** Returns the reference of the case for which a step runs. */
    public static CaseReference caseOf(VariableScope scope) {
        return CASE_REFERENCE.get(scope);
    }

    public static ProcessContract of(String processId) {
        return new ProcessContract(processId);
    }

    public Variable<String> code(String name) {
        return declared(Variable.code(name));
    }

    /** Declares a variable with a code that models read and the Java code does not. */
    public Variable<String> choice(String name) {
        return declared(Variable.choice(name));
    }

    public Variable<CaseReference> reference(String name) {
        return code(name, CaseReference::new);
    }

    public Variable<List<CaseReference>> references(String name) {
        return declared(Variable.references(name));
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

    /** Declares the login of a person about whom a supervisor decides. Answers to supervisors may contain this person's name. */
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

    /** Adds variables that other contracts declare. */
    public ProcessContract with(Variable<?>... others) {
        variables.addAll(Set.of(others));
        return this;
    }

    /** Adds variables with codes that models read and the Java code does not. */
    public ProcessContract withChoices(String... names) {
        Stream.of(names).forEach(this::choice);
        return this;
    }

    /** Declares a message that the process sends or waits for. @return the name of the message */
    public String message(String name) {
        messages.add(name);
        return name;
    }

    /** Adds messages whose constants are in other classes. */
    public ProcessContract withMessages(String... names) {
        messages.addAll(Set.of(names));
        return this;
    }

    /** Adds the codes of the errors that elements of the model throw. */
    public ProcessContract withErrors(String... codes) {
        errors.addAll(Set.of(codes));
        return this;
    }

    /** Adds values that the property {@code outcome} of an end event may have. */
    public ProcessContract withOutcomes(String... codes) {
        outcomes.addAll(Set.of(codes));
        return this;
    }

    /** Sets the pattern for outcomes that analysts add. Without a pattern, an analyst cannot add an outcome. */
    public ProcessContract withNewOutcomes(Pattern form) {
        newOutcomes = form;
        return this;
    }

    /** Adds groups whose members may start the process with its start form. */
    public ProcessContract startedBy(String... groups) {
        startedBy.addAll(Set.of(groups));
        return this;
    }

    /** Adds lists that the start form of the process shows. A bean of the software provides their rows for the person who starts. */
    public ProcessContract withStartLists(String... names) {
        startLists.addAll(Set.of(names));
        return this;
    }

    public Set<String> startLists() {
        return startLists;
    }

    public Optional<Pattern> newOutcomes() {
        return Optional.ofNullable(newOutcomes);
    }

    public Set<String> startedBy() {
        return startedBy;
    }
}
