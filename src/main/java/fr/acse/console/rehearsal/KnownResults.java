package fr.acse.console.rehearsal;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The results of the latest rehearsal, of the current models and of the proposed ones. The next change of the same day is compared with the
 * first; a second person who rehearses the same files sees both at once.
 */
final class KnownResults {

    private static final int MOST = 2;

    private final Map<Basis, Rehearsed> results = new LinkedHashMap<>(MOST, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Basis, Rehearsed> eldest) {
            return size() > MOST;
        }
    };

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
        return results.get(Basis.of(models, stories, day));
    }

    /** A result with a story that failed is not kept: it may have failed by chance. */
    synchronized void remember(
            Map<String, byte[]> models, Map<String, String> stories, LocalDate day, Rehearsed played) {
        if (played.isAsWritten()) {
            results.put(Basis.of(models, stories, day), played);
        }
    }
}
