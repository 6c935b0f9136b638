package fr.acse.platform.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fact about a case, which is true or false at each place on its path. */
interface Fact {

    /** Whether the fact becomes true when a case does the step. */
    default boolean isBroughtBy(Node node, ModelSet set) {
        return false;
    }

    /** Whether the values with which a case takes a flow prove the fact. */
    default boolean isShownBy(Map<String, Object> values) {
        return false;
    }

    /** The variable that the fact depends on; empty if the fact depends on no variable. */
    default Optional<String> variable() {
        return Optional.empty();
    }

    static List<Fact> anyOf(Fact... facts) {
        return List.of(facts);
    }

    /** A person of a group, or the escort, has answered a question. */
    record Answered(String question, String by) implements Fact {

        @Override
        public boolean isBroughtBy(Node node, ModelSet set) {
            String person = node.camunda("assignee");
            return node.is("userTask")
                    && set.asks(node, question)
                    && (person.isEmpty() ? node.camunda("candidateGroups") : person).equals(by);
        }

        @Override
        public Optional<String> variable() {
            return Optional.of(question);
        }
    }

    /** The software has run the delegate of a step. */
    record Done(String bean) implements Fact {

        @Override
        public boolean isBroughtBy(Node node, ModelSet set) {
            return node.bean().equals(bean);
        }
    }

    /** A case has taken a flow that requires this value of the variable. */
    record Is(String name, Object value) implements Fact {

        @Override
        public boolean isShownBy(Map<String, Object> values) {
            return value.equals(values.get(name));
        }

        @Override
        public Optional<String> variable() {
            return Optional.of(name);
        }
    }

    /** A case has taken a flow that excludes this value of the variable. */
    record IsNot(String name, Object value) implements Fact {

        @Override
        public Optional<String> variable() {
            return Optional.of(name);
        }

        @Override
        public boolean isShownBy(Map<String, Object> values) {
            return values.containsKey(name) && !value.equals(values.get(name));
        }
    }

    /** A timer has fired that takes its time from this variable. */
    record Due(String moment) implements Fact {

        @Override
        public boolean isBroughtBy(Node node, ModelSet set) {
            return node.isDueAt(moment);
        }
    }

    /** A case has received a message. */
    record Heard(String message) implements Fact {

        @Override
        public boolean isBroughtBy(Node node, ModelSet set) {
            return node.event().equals("message")
                    && !node.isThrown()
                    && node.eventName().equals(message);
        }
    }

    /** One process of a case has received a message. */
    record HeardIn(String process, String message) implements Fact {

        @Override
        public boolean isBroughtBy(Node node, ModelSet set) {
            return node.process().id().equals(process) && new Heard(message).isBroughtBy(node, set);
        }
    }
}
