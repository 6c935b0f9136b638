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

/** Caches parsed files, so that the gate parses an unchanged file once. The gate checks one set at a time: DOM is not thread-safe. */
final class ReadFiles {

    /**
     * Size of the cache, counted in the characters {@code <}, {@code =} and {@code :}: this number estimates the memory of parsed files.
     */
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
     * A parsed file.
     *
     * @param model parsed model, or null if the file is no model
     * @param form parsed form, or null if the file is no form
     * @param processes processes of the model
     * @param unreadable finding if the file has an unknown kind or cannot be parsed; otherwise null
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
