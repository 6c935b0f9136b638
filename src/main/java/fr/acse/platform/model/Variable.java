package fr.acse.platform.model;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Code;
import fr.acse.codes.Login;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A declared variable of a process: a code, boolean, number, date or id. Names and addresses of people must be sealed instead.
 *
 * @param type Java type of the value in the engine
 * @param read converts the stored value into the type that the code uses
 * @param stored converts a value of the code into the value that the engine stores
 * @param isOfModels whether only models read the variable and may give it any value
 */
public record Variable<T>(
        String name, Class<?> type, Function<Object, T> read, Function<T, Object> stored, boolean isOfModels) {

    /** The name of a variable and the value that the engine stores for it. */
    public record Value(String variable, Object value) {}

    public static Variable<String> code(String name) {
        return of(name, String.class);
    }

    /** A code that only models read. Models may give it any value. */
    static Variable<String> choice(String name) {
        return new Variable<>(name, String.class, String.class::cast, text -> text, true);
    }

    public static Variable<Integer> number(String name) {
        return of(name, Integer.class);
    }

    /** A decimal number from a form that an analyst wrote. */
    public static Variable<Double> decimal(String name) {
        return of(name, Double.class);
    }

    public static Variable<Boolean> flag(String name) {
        return of(name, Boolean.class);
    }

    /** A yes-or-no answer of a form. The code {@code yes} is true, and every other code is false. */
    public static Variable<Boolean> yesNo(String name) {
        return text(name, "yes"::equals, yes -> yes ? "yes" : "no");
    }

    public static Variable<Instant> moment(String name) {
        return new Variable<>(name, Date.class, kept -> ((Date) kept).toInstant(), Date::from, false);
    }

    /** A day, stored as text in ISO form, because a day has no time zone. An empty text means that there is no day. */
    public static Variable<LocalDate> day(String name) {
        return text(name, text -> text.isEmpty() ? null : LocalDate.parse(text), LocalDate::toString);
    }

    public static Variable<Login> login(String name) {
        return code(name, Login::new);
    }

    /** References that a form lists, separated by commas. */
    static Variable<List<CaseReference>> references(String name) {
        return text(
                name,
                text -> text.isBlank()
                        ? List.of()
                        : Stream.of(text.split(",")).map(CaseReference::new).toList(),
                all -> all.stream().map(CaseReference::value).collect(Collectors.joining(",")));
    }

    static <C extends Code> Variable<C> code(String name, Function<String, C> read) {
        return text(name, read, Code::value);
    }

    private static <T> Variable<T> text(String name, Function<String, T> read, Function<T, Object> stored) {
        return new Variable<>(name, String.class, kept -> read.apply((String) kept), stored, false);
    }

    private static <T> Variable<T> of(String name, Class<T> type) {
        return new Variable<>(name, type, type::cast, value -> value, false);
    }

    /** @throws IllegalStateException if the variable has no value */
    public T get(VariableScope scope) {
        T value = find(scope);
        if (value == null) {
            throw new IllegalStateException("Variable " + name + " has no value");
        }
        return value;
    }

    /** The value of the variable, or null if it has none. */
    public T find(VariableScope scope) {
        Object kept = scope.getVariable(name);
        return kept == null ? null : read.apply(kept);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, kept(value));
    }

    public void setLocal(VariableScope scope, T value) {
        scope.setVariableLocal(name, kept(value));
    }

    /** Sets the variable in a process instance that is waiting. @param execution id of the execution */
    public void set(RuntimeService runtime, String execution, T value) {
        runtime.setVariable(execution, name, kept(value));
    }

    /** The variable together with a value or null, for a process start or a message. */
    public Value with(T value) {
        return new Value(name, kept(value));
    }

    /** The given values in a map, by the names of their variables. */
    public static Map<String, Object> values(Value... values) {
        Map<String, Object> all = new HashMap<>();
        Stream.of(values).forEach(each -> all.put(each.variable(), each.value()));
        return all;
    }

    private Object kept(T value) {
        return value == null ? null : stored.apply(value);
    }
}
