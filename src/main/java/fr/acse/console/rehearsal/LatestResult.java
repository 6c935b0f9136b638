package fr.acse.console.rehearsal;

import fr.acse.console.rehearsal.Rehearse.Both;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What came of the latest rehearsal. The next change of the same day is compared with it. The second person, who rehearses the same files,
 * sees it at once; whoever asks again then has the stories played.
 */
final class LatestResult {

    /** @param at when the stories were played */
    record Known(Both result, Instant at) {}

    private Basis current;
    private Basis proposed;
    private Both result;
    private Instant at;
    private boolean shown;

    /** What a result depends on: on another day, other deadlines fall on a weekend. */
    private record Basis(Map<String, ByteBuffer> models, Map<String, String> stories, LocalDate day) {

        static Basis of(Map<String, byte[]> models, Map<String, String> stories, LocalDate day) {
            Map<String, ByteBuffer> files = new HashMap<>();
            models.forEach((name, content) -> files.put(name, ByteBuffer.wrap(content)));
            return new Basis(files, Map.copyOf(stories), day);
        }
    }

    /**
     * The result for the second person, once. Returns null if the stories must be played: also if one failed with the proposed models, which
     * may be by chance. With the current models a story may fail that was changed along with them.
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

    /** Returns null if the stories must be played with these models: also if one failed, which may be by chance. */
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
