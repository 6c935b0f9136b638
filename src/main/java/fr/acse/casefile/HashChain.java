package fr.acse.casefile;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Binds each line of a log to the line before it with a keyed hash. A person with the key can detect a line that was changed,
 * removed or moved. Lines that were cut off at the end are detected with a head that was kept elsewhere.
 */
public final class HashChain {

    /** Hash before the first line. */
    public static final byte[] BEGINNING = {};

    private final Keys keys;
    private final String name;

    /** @param name of the log, so that a line of one log cannot pass for a line of another */
    public HashChain(Keys keys, String name) {
        this.keys = keys;
        this.name = name;
    }

    /** @param parts of the line, in their order */
    public byte[] hash(byte[] previous, List<String> parts) {
        return keys.index(name + "|" + HexFormat.of().formatHex(previous) + content(parts));
    }

    /** Whether a hash is that of a line. */
    public boolean isOf(byte[] hash, byte[] previous, List<String> parts) {
        return Arrays.equals(hash, hash(previous, parts));
    }

    /** Joins the parts into one text, which other parts cannot give. */
    static String content(List<String> parts) {
        return parts.stream()
                .map(part -> "|" + part.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining());
    }

    /** Number and hash of a line, in the form that is kept elsewhere. */
    public static String head(long number, byte[] hash) {
        return number + " " + HexFormat.of().formatHex(hash);
    }

    public Walk walk() {
        return new Walk();
    }

    /** Goes through a log from its beginning. */
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
         * @param head a line that the log must have, or null
         */
        public Optional<Long> firstBroken(String head) {
            return broken == null && head != null && !heads.contains(head)
                    ? Optional.of(number + 1)
                    : Optional.ofNullable(broken);
        }
    }
}
