package fr.acse.platform.model;

import fr.acse.codes.Code;
import fr.acse.codes.Login;
import java.util.Date;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A declared variable of a process: a code, boolean, number, date or id. Data that says who or where a person is must be sealed.
 *
 * @param type type in the engine
 * @param isOfModels whether only models read the variable, so that they may give it any value
 * @param read converts the stored value into the type that the code uses
 */
public record Variable<T>(String name, Class<?> type, Function<Object, T> read, boolean isOfModels) {

    public static Variable<String> code(String name) {
        return of(name, String.class);
    }

    /** A code that only models read, so that they may give it any value. */
    static Variable<String> choice(String name) {
        return new Variable<>(name, String.class, String.class::cast, true);
    }

    public static Variable<Integer> number(String name) {
        return of(name, Integer.class);
    }

    /** A number with decimals, from a form of an analyst. */
    public static Variable<Double> decimal(String name) {
        return of(name, Double.class);
    }

    public static Variable<Boolean> flag(String name) {
        return of(name, Boolean.class);
    }

    /** A moment, UTC. Days are codes in ISO form, since they have no time zone. */
    public static Variable<Date> moment(String name) {
        return of(name, Date.class);
    }

    public static Variable<Login> login(String name) {
        return code(name, Login::new);
    }

    private static <T> Variable<T> of(String name, Class<T> type) {
        return new Variable<>(name, type, type::cast, false);
    }

    static <C extends Code> Variable<C> code(String name, Function<String, C> read) {
        return new Variable<>(name, String.class, kept -> read.apply((String) kept), false);
    }

    /** @throws IllegalStateException if the variable has no value */
    public T get(VariableScope scope) {
        T value = find(scope);
        if (value == null) {
            throw new IllegalStateException("Variable " + name + " has no value");
        }
        return value;
    }

    /** The value, or null if the variable has none. */
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

    private static Object kept(Object value) {
        return value instanceof Code code ? code.value() : value;
    }
}
