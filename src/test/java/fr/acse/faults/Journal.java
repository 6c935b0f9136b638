package fr.acse.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the people were told: a step is acknowledged when its answer was read to the end. */
final class Journal {

    /** @param task id of the task, or null for a case that was opened */
    record Step(Instant at, String person, String reference, String task, String step) {}

    private final Queue<Step> steps = new ConcurrentLinkedQueue<>();
    private final Queue<String> doubled = new ConcurrentLinkedQueue<>();
    private final Queue<String> incomplete = new ConcurrentLinkedQueue<>();
    private final Queue<String> misleading = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> waits = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    void acknowledged(Step step) {
        steps.add(step);
        count(step.task() == null ? "cases opened" : "steps acknowledged");
    }

    /** Two requests for the same step were both acknowledged. */
    void twice(String what) {
        doubled.add(what);
    }

    /** A form without something that it requires was taken. */
    void taken(String step) {
        incomplete.add(step);
    }

    /** Somebody was not told what is the matter and what to do. */
    void misled(String words) {
        misleading.add(words);
    }

    List<String> misleading() {
        return List.copyOf(misleading);
    }

    List<String> incomplete() {
        return List.copyOf(incomplete);
    }

    void waited(Duration forAnAnswer) {
        waits.add(forAnAnswer);
    }

    /** How long most answers took at most. */
    Duration waitOf(int percent) {
        List<Duration> all = waits.stream().sorted().toList();
        return all.get(all.size() * percent / 100);
    }

    void count(String what) {
        counts.computeIfAbsent(what, any -> new AtomicInteger()).incrementAndGet();
    }

    int of(String what) {
        AtomicInteger count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    Map<String, AtomicInteger> counts() {
        return counts;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** What was acknowledged before a moment. */
    Journal until(Instant moment) {
        Journal earlier = new Journal();
        steps.stream().filter(step -> step.at().isBefore(moment)).forEach(earlier::acknowledged);
        return earlier;
    }

    List<String> doubled() {
        return List.copyOf(doubled);
    }
}
