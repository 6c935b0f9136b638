package fr.acse.console.rehearsal;

import fr.acse.console.rehearsal.Rehearse.Both;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The result of the latest rehearsal. A rehearsal on the same day reuses the result for its current models, if the models are the same. A
 * second person who rehearses the same files gets the whole result at once, but only the first time.
 */
final class LatestResult {

    /** @param at time at which the stories were played */
    record Known(Both result, Instant at) {}

    private Basis current;
    private Basis proposed;
    private Both result;
    private Instant at;
    private boolean shown;

    /** The input of a rehearsal. The day is part of it, because on another day other deadlines fall on a weekend. */
    private record Basis(Map<String, ByteBuffer> models, Map<String, String> stories, LocalDate day) {

        static Basis of(Map<String, byte[]> models, Map<String, String> stories, LocalDate day) {
            Map<String, ByteBuffer> files = new HashMap<>();
            models.forEach((name, content) -> files.put(name, ByteBuffer.wrap(content)));
            return new Basis(files, Map.copyOf(stories), day);
        }
    }

    /**
     * Returns the result to the second person once; null if the stories must be played. A failure with the proposed models may be chance,
     * so the stories are played again. A failure with the current models is ignored: the story may have been changed together with the
     * models.
     */
    synchronized Known show(
            Map<String, byte[]> current, Map<String, byte[]> proposed, Map<String, String> stories, LocalDate day) {
        boolean same = Basis.of(current, stories, day).equals(this.current)
                && Basis.of(proposed, stories, day).equals(this.proposed);
        if (!same || shown || !result.proposed().isAsWritten()) {
            return null;
        }
        shown = true;
        return new Known(result, at);
    }

    /** Returns null if the stories must be played with these models. A result with a failure is not reused, because it may be chance. */
    synchronized Rehearsed find(Map<String, byte[]> models, Map<String, String> stories, LocalDate day) {
        Basis asked = Basis.of(models, stories, day);
        if (asked.equals(current) && result.current().isAsWritten()) {
            return result.current();
        }
        return asked.equals(proposed) && result.proposed().isAsWritten() ? result.proposed() : null;
    }

    synchronized void remember(
            Map<String, byte[]> current,
            Map<String, byte[]> proposed,
            Map<String, String> stories,
            LocalDate day,
            Both result,
            Instant at) {
        this.current = Basis.of(current, stories, day);
        this.proposed = Basis.of(proposed, stories, day);
        this.result = result;
        this.at = at;
        this.shown = false;
    }
}
