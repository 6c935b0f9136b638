package fr.acse.casefile;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Binds each line of a log to the previous line with a keyed hash. A person with the key can detect a line that was changed, removed or
 * moved. Lines removed from the end are detected only by a head that was stored outside the log.
 */
public final class HashChain {

    /** The previous hash of a log's first line. */
    public static final byte[] BEGINNING = {};

    private final Keys keys;
    private final String name;

    /** @param name name of the log; the hash includes it, so that a line of one log is invalid in another */
    public HashChain(Keys keys, String name) {
        this.keys = keys;
        this.name = name;
    }

    /** @param parts parts of the line, in their order */
    public byte[] hash(byte[] previous, List<String> parts) {
        return keys.index(name + "|" + HexFormat.of().formatHex(previous) + content(parts));
    }

    /** Whether a hash belongs to the line with these parts. */
    public boolean isOf(byte[] hash, byte[] previous, List<String> parts) {
        return Arrays.equals(hash, hash(previous, parts));
    }

    /** Joins the parts into one text. Different parts always give different texts. */
    static String content(List<String> parts) {
        return parts.stream()
                .map(part -> "|" + part.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining());
    }

    /** Number and hash of a line, in the form in which it is stored outside the log. */
    public static String head(long number, byte[] hash) {
        return number + " " + HexFormat.of().formatHex(hash);
    }

    public Walk walk() {
        return new Walk();
    }

    /** Checks a log line by line, from the first line on. */
    public final class Walk {

        private long number;
        private byte[] last = BEGINNING;
        private Long broken;
        private final TreeSet<String> heads = new TreeSet<>();

        public void next(long lineNumber, byte[] previous, byte[] hash, List<String> parts) {
            number++;
            boolean whole = lineNumber == number && Arrays.equals(previous, last) && isOf(hash, previous, parts);
            if (!whole && broken == null) {
                broken = number;
            }
            last = hash;
            heads.add(head(lineNumber, hash));
        }

        /**
         * Number of the first line that is wrong or missing, or empty if the log is complete.
         *
         * @param head number and hash of a line that the log must contain, or null
         */
        public Optional<Long> firstBroken(String head) {
            return broken == null && head != null && !heads.contains(head)
                    ? Optional.of(number + 1)
                    : Optional.ofNullable(broken);
        }
    }
}
