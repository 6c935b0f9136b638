package fr.acse.platform.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that a case has behind it, or not, at a place of its path. */
interface Fact {

    /** Whether doing a step brings it. */
    default boolean isBroughtBy(Node node, ModelSet set) {
        return false;
    }

    /** Whether these values, with which a flow is taken, show it. */
    default boolean isShownBy(Map<String, Object> values) {
        return false;
    }

    /** The variable on which it depends, if it does. */
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

    /** A step of the software is done. */
    record Done(String bean) implements Fact {

        @Override
        public boolean isBroughtBy(Node node, ModelSet set) {
            return node.bean().equals(bean);
        }
    }

    /** A flow was taken that only this value opens. */
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

    /** A flow was taken that this value does not open. */
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

    /** A timer was due that stands on this variable. */
    record Due(String moment) implements Fact {

        @Override
        public boolean isBroughtBy(Node node, ModelSet set) {
            return node.isDueAt(moment);
        }
    }

    /** A message was heard. */
    record Heard(String message) implements Fact {

        @Override
        public boolean isBroughtBy(Node node, ModelSet set) {
            return node.event().equals("message")
                    && !node.isThrown()
                    && node.eventName().equals(message);
        }
    }

    /** A message was heard by one process. */
    record HeardIn(String process, String message) implements Fact {

        @Override
        public boolean isBroughtBy(Node node, ModelSet set) {
            return node.process().id().equals(process) && new Heard(message).isBroughtBy(node, set);
        }
    }
}
