package fr.acse.console.rehearsal;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The latest result of the stories with the current models. The next change of the same day is compared with it. */
final class CurrentResult {

    private Basis basis;
    private Rehearsed result;

    /** What a result depends on: on another day, other deadlines fall on a weekend. */
    private record Basis(Map<String, ByteBuffer> models, Map<String, String> stories, LocalDate day) {

        static Basis of(Map<String, byte[]> models, Map<String, String> stories, LocalDate day) {
            Map<String, ByteBuffer> files = new HashMap<>();
            models.forEach((name, content) -> files.put(name, ByteBuffer.wrap(content)));
            return new Basis(files, Map.copyOf(stories), day);
        }
    }

    /** Returns null if the stories must be played. */
    synchronized Rehearsed find(Map<String, byte[]> models, Map<String, String> stories, LocalDate day) {
        return Basis.of(models, stories, day).equals(basis) ? result : null;
    }

    /** A result with a story that failed is not kept: it may have failed by chance. */
    synchronized void remember(
            Map<String, byte[]> models, Map<String, String> stories, LocalDate day, Rehearsed played) {
        if (played.isAsWritten()) {
            basis = Basis.of(models, stories, day);
            result = played;
        }
    }
}
