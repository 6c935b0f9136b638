package fr.acse.casefile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Recognises the keys of an installation by marks in the database, without storing the keys. A node with other keys would write data that
 * the rest of the installation cannot decrypt.
 */
@Component
@RequiredArgsConstructor
public class KeyMarks {

    private static final String INDEX = "index";
    private static final String MASTER = "master";
    private static final String WORD = "key-mark";

    private final JdbcTemplate jdbc;
    private final Keys keys;

    /** Names of this node's keys that do not belong to the installation. A new installation stores marks of the keys of its first node. */
    public List<String> strangers() {
        List<String> strangers = new ArrayList<>();
        for (String name : List.of(MASTER, INDEX)) {
            boolean marked = !jdbc.queryForList("select 1 from installation_key where name = ?", name)
                    .isEmpty();
            if (!marked) {
                keep(name, mark(name));
            } else if (!isOurs(name)) {
                strangers.add(name);
            }
        }
        return strangers;
    }

    private byte[] mark(String name) {
        return name.equals(INDEX) ? keys.index(WORD) : keys.seal(WORD.getBytes(StandardCharsets.UTF_8), WORD);
    }

    /** Stores a new mark after the master key was replaced. */
    public void markAnew() {
        jdbc.update("update installation_key set mark = ? where name = ?", mark(MASTER), MASTER);
    }

    private void keep(String name, byte[] mark) {
        jdbc.update("insert into installation_key (name, mark) values (?, ?) on conflict do nothing", name, mark);
    }

    private boolean isOurs(String name) {
        byte[] mark = jdbc.queryForObject("select mark from installation_key where name = ?", byte[].class, name);
        try {
            return name.equals(INDEX) ? Arrays.equals(mark, keys.index(WORD)) : keys.open(mark, WORD).length > 0;
        } catch (Keys.Unusable sealedWithAnother) {
            return false;
        }
    }
}
