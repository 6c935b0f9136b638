package fr.acse.platform.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Parsed files, which are kept for the next set that holds them. A DOM document is not thread-safe: the gate looks at one set after the
 * other.
 */
final class ReadFiles {

    /** In characters that begin an element or a value, as a tree of them is what takes memory: a few sets that differ in a few files. */
    private static final long MOST_KEPT = 400_000;

    private static final Duration LONGEST_UNUSED = Duration.ofMinutes(10);

    private record Content(String name, byte[] bytes) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Content content && name.equals(content.name) && Arrays.equals(bytes, content.bytes);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Arrays.hashCode(bytes);
        }
    }

    /**
     * A file as the rules read it.
     *
     * @param model null if it is none
     * @param form null if it is none
     * @param processes of the model
     * @param unreadable why it is neither, or null
     */
    record ReadFile(String digest, ModelFile model, FormFile form, List<Process> processes, Finding unreadable) {}

    private final Cache<Content, ReadFile> files = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Content content, ReadFile any) -> 1 + partsOf(content.bytes()))
            .expireAfterAccess(LONGEST_UNUSED)
            .scheduler(Scheduler.systemScheduler())
            .build();

    ReadFile file(String name, byte[] content) {
        return files.get(new Content(name, content), any -> read(name, content));
    }

    private static ReadFile read(String name, byte[] content) {
        String digest = digest(content);
        try {
            if (name.endsWith(".form")) {
                return new ReadFile(digest, null, FormFile.of(name, content), List.of(), null);
            }
            if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
                ModelFile model = ModelFile.of(name, content);
                List<Process> processes = model.each("process")
                        .map(process -> new Process(model, process))
                        .toList();
                return new ReadFile(digest, model, null, processes, null);
            }
            boolean isPicture = name.endsWith(".png") || name.endsWith(".svg");
            return new ReadFile(digest, null, null, List.of(), isPicture ? null : Finding.ofFile("kind", name));
        } catch (ModelFile.NotReadable e) {
            String rule = name.endsWith(".form") ? "noForm" : "noModel";
            return new ReadFile(digest, null, null, List.of(), Finding.ofFile(rule, name, String.valueOf(e.line())));
        }
    }

    private static int partsOf(byte[] content) {
        int parts = 0;
        for (byte each : content) {
            parts += each == '<' || each == '=' || each == ':' ? 1 : 0;
        }
        return parts;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
