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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Encrypts and decrypts data about the identity and the place of people. A value is encrypted with the key of its file. The ciphertext is
 * bound to the file's reference and the field's name, so that it cannot be moved to another file or field.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class CaseFileService {

    private static final Logger LOG = LoggerFactory.getLogger(CaseFileService.class);

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /** Separators of words. The vertical tab is added, because the stored hashes count it and {@code \s} of RE2 does not include it. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[[:punct:]\\s\\x0B]+");

    private final CaseFiles files;
    private final SealedValues values;
    private final RevealLog reveals;
    private final ReadingGuard guard;
    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Creates an empty file with a new reference.
     *
     * @param prefix kind of the file, {@link CaseReference#CASE} for a case
     */
    public CaseReference open(String prefix, Login person) {
        CaseReference reference = CaseReference.random(prefix);
        while (files.existsById(reference)) {
            reference = CaseReference.random(prefix);
        }
        files.save(new CaseFile(reference, keys.newWrappedKey(reference), clock.instant(), person));
        return reference;
    }

    /** A field with a value, and the person who wrote the value. */
    public record Entry(String field, Login writer) {}

    /** The fields of a file that have a value. The values are not decrypted. */
    public List<Entry> entries(CaseReference reference) {
        return values.findByIdReference(reference).stream()
                .map(value -> new Entry(value.id().field(), value.sealedBy()))
                .toList();
    }

    /**
     * Wraps the keys of the next 500 files with the first master key.
     *
     * @param reference reference of the last wrapped file, or null at the beginning
     * @return reference of the last of these files, or empty if no file is left
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

    /** Login of the person who opened a file. */
    public Login openedBy(CaseReference reference) {
        return files.findById(reference).map(CaseFile::openedBy).orElseThrow();
    }

    public boolean exists(CaseReference reference) {
        return files.existsById(reference);
    }

    /** Encrypts and stores the values of some fields. A new value replaces the old one. */
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
        events.publishEvent(new ValuesSealed(reference, Set.copyOf(plain.keySet())));
    }

    /** Removes the values of some fields. */
    public void clear(CaseReference reference, Collection<String> fields, Login person) {
        values.clear(reference.value(), fields, clock.instant(), person);
        events.publishEvent(new ValuesSealed(reference, Set.copyOf(fields)));
    }

    /** Deletes the values and the key of a file. The row of the file stays. */
    public void destroy(CaseReference reference) {
        values.deleteAllOf(reference.value());
        files.findById(reference).orElseThrow().destroy();
    }

    /** Whether the current transaction has sealed a value of the file. */
    public boolean isWrittenNow(CaseReference reference) {
        return values.isWrittenNow(reference.value());
    }

    public boolean isWrittenNow(CaseReference reference, String field) {
        return values.isWrittenNow(reference.value(), field);
    }

    /**
     * Decrypts some fields for a person, and records the reading in the reveal log. Fields without a value are left out.
     *
     * @param task id of the task for which the person reads the fields
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
     * Keyed hash of the name and the birth date of the woman of a case. The software finds the same woman again by this hash. Upper and
     * lower case, accents, punctuation and the number of spaces make no difference.
     */
    public byte[] personKey(CaseReference reference) {
        Map<String, String> plain = read(reference, List.of("sealed_firstName", "sealed_lastName", "sealed_birthDate"));
        String identity = Stream.of("sealed_firstName", "sealed_lastName", "sealed_birthDate")
                .map(field -> plain.getOrDefault(field, ""))
                .map(CaseFileService::folded)
                .collect(Collectors.joining("|"));
        return keys.index(identity);
    }

    /** Decrypts one field for a rule of the software. No person sees the value, so no reading is recorded. */
    public Optional<String> readForRule(CaseReference reference, String field) {
        return Optional.ofNullable(read(reference, List.of(field)).get(field));
    }

    /** Decrypts several fields for a rule of the software, as {@link #readForRule(CaseReference, String)} does. */
    public Map<String, String> readForRule(CaseReference reference, Collection<String> fields) {
        return read(reference, fields);
    }

    /**
     * Decrypts some fields of several files for a rule of the software. Files without a value are left out. A damaged file is logged and left
     * out, so that it does not stop a search over all other files.
     */
    public Map<CaseReference, Map<String, String>> readForRule(
            Collection<CaseReference> references, Collection<String> fields) {
        if (references.isEmpty() || fields.isEmpty()) {
            return Map.of();
        }
        Map<CaseReference, List<SealedValues.Text>> sealed = values.textsOf(references, fields).stream()
                .collect(Collectors.groupingBy(SealedValues.Text::reference));
        Map<CaseReference, Map<String, String>> plain = new HashMap<>();
        for (CaseFile file : files.findAllById(sealed.keySet())) {
            // A file that was erased meanwhile has no key.
            if (file.wrappedKey() != null) {
                try {
                    plain.put(file.reference(), decrypted(file.reference(), key(file), sealed.get(file.reference())));
                } catch (IllegalStateException damaged) {
                    LOG.error("File {} is left out of a search: {}", file.reference(), damaged.getMessage());
                }
            }
        }
        return plain;
    }

    private Map<String, String> read(CaseReference reference, Collection<String> fields) {
        List<SealedValues.Text> sealed = fields.isEmpty() ? List.of() : values.textsOf(List.of(reference), fields);
        return sealed.isEmpty() ? new TreeMap<>() : decrypted(reference, key(reference), sealed);
    }

    private static Map<String, String> decrypted(CaseReference reference, Aead key, List<SealedValues.Text> sealed) {
        Map<String, String> plain = new TreeMap<>();
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
        return files.findById(reference).map(this::key).orElseThrow(() -> missing(reference));
    }

    private Aead key(CaseFile file) {
        if (file.wrappedKey() == null) {
            throw missing(file.reference());
        }
        return keys.unwrap(file.wrappedKey(), file.reference());
    }

    private static IllegalArgumentException missing(CaseReference reference) {
        return new IllegalArgumentException("There is no file " + reference);
    }

    private static byte[] boundTo(CaseReference reference, String field) {
        return Keys.bytes(reference + "|" + field);
    }

    /** A text in lower case, without accents, with one space between words. */
    public static String folded(String text) {
        String letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN_WORDS.matcher(letters).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
