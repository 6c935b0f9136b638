package fr.acse.casefile;

import com.google.crypto.tink.Aead;
import com.google.re2j.Pattern;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals and reveals what says who or where somebody is. A value is encrypted with the key of its file and bound to the
 * file's reference and the field's name: it cannot be moved to another.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseFileService {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    /** The vertical tab is no space for RE2; the index was built with it as one. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[[:punct:]\\s\\x0B]+");

    private final CaseFiles files;
    private final SealedValues values;
    private final RevealLog reveals;
    private final ReadingGuard guard;
    private final Keys keys;
    private final Clock clock;

    CaseFileService(
            CaseFiles files, SealedValues values, RevealLog reveals, ReadingGuard guard, Keys keys, Clock clock) {
        this.files = files;
        this.values = values;
        this.reveals = reveals;
        this.guard = guard;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Opens an empty file under a new reference.
     *
     * @param prefix what the file is of, {@link CaseReference#CASE} for a case
     */
    public CaseReference open(String prefix, Login person) {
        CaseReference reference = CaseReference.random(prefix);
        while (files.existsById(reference)) {
            reference = CaseReference.random(prefix);
        }
        files.save(new CaseFile(reference, keys.newWrappedKey(reference), clock.instant(), person));
        return reference;
    }

    /** A field that holds something, and who wrote it. */
    public record Entry(String field, Login writer) {}

    /** What a file holds, without reading it. */
    public List<Entry> entries(CaseReference reference) {
        return values.findByIdReference(reference).stream()
                .map(value -> new Entry(value.id().field(), value.sealedBy()))
                .toList();
    }

    /**
     * Wraps the keys of the next files by the first master key.
     *
     * @param reference of the last file that was wrapped, or null at the beginning
     * @return reference of the last of them, or nothing if there are no more
     */
    @Transactional
    public Optional<CaseReference> rewrapAfter(CaseReference reference) {
        CaseReference last = null;
        for (CaseFile file : reference == null
                ? files.findTop500ByWrappedKeyIsNotNullOrderByReference()
                : files.findTop500ByReferenceGreaterThanAndWrappedKeyIsNotNullOrderByReference(reference)) {
            last = file.reference();
            file.rewrap(keys.rewrap(file.wrappedKey(), last));
        }
        return Optional.ofNullable(last);
    }

    /** Login of whoever opened a file. */
    public Login openedBy(CaseReference reference) {
        return files.findById(reference).map(CaseFile::openedBy).orElseThrow();
    }

    public boolean exists(CaseReference reference) {
        return files.existsById(reference);
    }

    /** Keeps the values of some fields and replaces those that were there. */
    public void seal(CaseReference reference, Map<String, String> plain, Login person) {
        if (plain.isEmpty()) {
            return;
        }
        Aead key = key(reference);
        plain.forEach((field, value) -> {
            try {
                byte[] ciphertext = key.encrypt(Keys.bytes(value), boundTo(reference, field));
                values.put(reference, field, ciphertext, clock.instant(), person);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Field " + field + " of " + reference + " cannot be sealed", e);
            }
        });
    }

    /** Some fields hold nothing any more. */
    public void clear(CaseReference reference, Collection<String> fields, Login person) {
        values.clear(reference.value(), fields, clock.instant(), person);
    }

    /** Its values are gone, and its key with them: what is left is that there was a file. */
    public void destroy(CaseReference reference) {
        values.deleteAllOf(reference.value());
        files.findById(reference).orElseThrow().destroy();
    }

    /** Whether something was sealed into a file by this transaction. */
    public boolean isWrittenNow(CaseReference reference) {
        return values.isWrittenNow(reference.value());
    }

    public boolean isWrittenNow(CaseReference reference, String field) {
        return values.isWrittenNow(reference.value(), field);
    }

    /**
     * Gives back some fields to a person, and records that she read them. Fields that hold nothing are left out.
     *
     * @param task what she reads them for
     */
    public Map<String, String> reveal(CaseReference reference, Collection<String> fields, Login person, String task) {
        Map<String, String> plain = read(reference, fields);
        if (!plain.isEmpty()) {
            guard.check(person);
            reveals.add(person, reference, plain.keySet(), task);
        }
        return plain;
    }

    /**
     * Keyed hash of the name and the birth date of the person of a case, by which the same person is found again. Case,
     * accents and spaces do not matter.
     */
    public byte[] personKey(CaseReference reference) {
        Map<String, String> plain = read(reference, List.of("sealed_firstName", "sealed_lastName", "sealed_birthDate"));
        String identity = Stream.of("sealed_firstName", "sealed_lastName", "sealed_birthDate")
                .map(field -> plain.getOrDefault(field, ""))
                .map(CaseFileService::folded)
                .collect(Collectors.joining("|"));
        return keys.index(identity);
    }

    /** Reads one field for a rule of the software itself: nobody sees it, so no reveal is recorded. */
    public Optional<String> readForRule(CaseReference reference, String field) {
        return Optional.ofNullable(read(reference, List.of(field)).get(field));
    }

    private Map<String, String> read(CaseReference reference, Collection<String> fields) {
        Map<String, String> plain = new TreeMap<>();
        List<SealedValues.Text> sealed = fields.isEmpty() ? List.of() : values.textsOf(reference, fields);
        if (sealed.isEmpty()) {
            return plain;
        }
        Aead key = key(reference);
        for (SealedValues.Text value : sealed) {
            String field = value.field();
            try {
                byte[] text = key.decrypt(value.ciphertext(), boundTo(reference, field));
                plain.put(field, new String(text, StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Field " + field + " of " + reference + " cannot be read", e);
            }
        }
        return plain;
    }

    private Aead key(CaseReference reference) {
        CaseFile file = files.findById(reference)
                .filter(each -> each.wrappedKey() != null)
                .orElseThrow(() -> new IllegalArgumentException("There is no file " + reference));
        return keys.unwrap(file.wrappedKey(), reference);
    }

    private static byte[] boundTo(CaseReference reference, String field) {
        return Keys.bytes(reference + "|" + field);
    }

    private static String folded(String text) {
        String letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN_WORDS.matcher(letters).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
