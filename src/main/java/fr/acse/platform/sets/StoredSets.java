package fr.acse.platform.sets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.codes.Login;
import fr.acse.platform.sets.ModelChanges.Change;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes sets of models in the database. Every set that was ever current is stored with all its files. */
@Component
class StoredSets {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The reason why a set became current. */
    enum Origin {
        RELEASE,
        ANALYST,
        AGAIN
    }

    private final JdbcTemplate jdbc;
    private final Clock clock;

    StoredSets(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the files of the current set, or no files if there is no set yet. */
    Files current() {
        return latest().map(set -> files(set.number())).orElse(new Files(Map.of()));
    }

    Optional<NumberedSet> latest() {
        return jdbc.query("select * from model_set order by number desc limit 1", StoredSets::row).stream()
                .findFirst();
    }

    List<NumberedSet> all(int most) {
        return jdbc.query("select * from model_set order by number desc limit ?", StoredSets::row, most);
    }

    Files files(long number) {
        Map<String, byte[]> files = new TreeMap<>();
        jdbc.query(
                "select f.name, c.content from model_set_file f join model_content c using (sha256) where f.set_number = ?",
                row -> {
                    files.put(row.getString("name"), row.getBytes("content"));
                },
                number);
        return new Files(files);
    }

    /** Returns the number of the next set. The caller of this method holds the engine's lock for deployments. */
    long nextNumber() {
        return jdbc.queryForObject("select coalesce(max(number), 0) + 1 from model_set", Long.class);
    }

    void keep(long number, String deployment, String name, Origin origin, Login by, List<Change> changes, Files files) {
        jdbc.update(
                "insert into model_set (number, deployment, name, origin, made_by, made_at, changes) values (?, ?, ?, ?, ?, ?, ?)",
                number,
                deployment,
                name,
                origin.name(),
                by.value(),
                now(),
                json(changes));
        files.byName().forEach((file, content) -> {
            byte[] hash = sha256(content);
            jdbc.update(
                    "insert into model_content (sha256, content) values (?, ?) on conflict do nothing", hash, content);
            jdbc.update("insert into model_set_file (set_number, name, sha256) values (?, ?, ?)", number, file, hash);
        });
    }

    /** Hashes of the files in the last software release, by file name. */
    Map<String, String> lastRelease() {
        Map<String, String> hashes = new HashMap<>();
        jdbc.query(
                "select name, sha256 from model_release where brought_at = (select max(brought_at) from model_release)",
                row -> {
                    hashes.put(row.getString("name"), HexFormat.of().formatHex(row.getBytes("sha256")));
                });
        return hashes;
    }

    /** Whether an earlier software release consisted of exactly these files. */
    boolean isEarlierRelease(Files files) {
        Map<OffsetDateTime, Map<String, String>> releases = new TreeMap<>();
        jdbc.query("select * from model_release", row -> {
            releases.computeIfAbsent(row.getObject("brought_at", OffsetDateTime.class), any -> new HashMap<>())
                    .put(row.getString("name"), HexFormat.of().formatHex(row.getBytes("sha256")));
        });
        return releases.containsValue(hashes(files));
    }

    void noteRelease(Files files) {
        OffsetDateTime now = now();
        files.byName()
                .forEach((name, content) -> jdbc.update(
                        "insert into model_release (brought_at, name, sha256) values (?, ?, ?)",
                        now,
                        name,
                        sha256(content)));
    }

    static Map<String, String> hashes(Files files) {
        Map<String, String> hashes = new HashMap<>();
        files.byName().forEach((name, content) -> hashes.put(name, hash(content)));
        return hashes;
    }

    static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static NumberedSet row(ResultSet row, int index) throws SQLException {
        try {
            return new NumberedSet(
                    row.getLong("number"),
                    row.getString("deployment"),
                    row.getString("name"),
                    row.getString("origin"),
                    new Login(row.getString("made_by")),
                    madeAt(row),
                    JSON.readValue(row.getString("changes"), new TypeReference<List<Change>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The changes of a set cannot be read", e);
        }
    }

    private static Instant madeAt(ResultSet row) throws SQLException {
        return row.getObject("made_at", OffsetDateTime.class).toInstant();
    }

    static String json(List<Change> changes) {
        try {
            return JSON.writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
