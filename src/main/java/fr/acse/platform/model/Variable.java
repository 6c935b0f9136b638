package fr.acse.platform.model;

import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;

/** A declared variable of a process. Only codes, booleans, numbers, dates and ids: what says who or where is sealed. */
public record Variable<T>(String name, Class<T> type) {

    public static Variable<String> code(String name) {
        return new Variable<>(name, String.class);
    }

    public static Variable<Integer> number(String name) {
        return new Variable<>(name, Integer.class);
    }

    /** Euros with two decimals, as a form takes them; amounts are kept in whole cents. */
    public static Variable<Double> amount(String name) {
        return new Variable<>(name, Double.class);
    }

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }

    /** A moment, UTC. Days are codes in ISO form, since they have no time zone. */
    public static Variable<Date> moment(String name) {
        return new Variable<>(name, Date.class);
    }

    /** @throws IllegalStateException if it has no value */
    public T get(VariableScope scope) {
        T value = find(scope);
        if (value == null) {
            throw new IllegalStateException("Variable " + name + " has no value");
        }
        return value;
    }

    /** The value, or null if it has none. */
    public T find(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    public void setLocal(VariableScope scope, T value) {
        scope.setVariableLocal(name, value);
    }
}
