package fr.acse.console.commands;

import fr.acse.casefile.CaseFileService;
import fr.acse.casefile.KeyMarks;
import fr.acse.casefile.Keys;
import fr.acse.codes.CaseReference;
import fr.acse.platform.start.Command;
import fr.acse.words.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * {@code rewrap-keys}: re-encrypts the keys of files, the drafts and the second factors with the first master key. The nodes keep running.
 */
@Component
record RewrapKeys(CaseFileService files, JdbcTemplate jdbc, Keys keys, KeyMarks marks) implements Command {

    @Override
    public String name() {
        return "rewrap-keys";
    }

    @Override
    public Result run(List<String> arguments) {
        Optional<CaseReference> last = files.rewrapAfter(null);
        while (last.isPresent()) {
            last = files.rewrapAfter(last.get());
        }
        jdbc.query("select login, form, sealed from form_draft", row -> {
            String login = row.getString("login");
            String form = row.getString("form");
            byte[] sealed = row.getBytes("sealed");
            jdbc.update(
                    "update form_draft set sealed = ? where login = ? and form = ? and sealed = ?",
                    resealed(sealed, "draft|" + login + "|" + form),
                    login,
                    form,
                    sealed);
        });
        jdbc.query("select login, sealed_secret from second_factor", row -> {
            String login = row.getString("login");
            jdbc.update(
                    "update second_factor set sealed_secret = ? where login = ?",
                    resealed(row.getBytes("sealed_secret"), "second-factor|" + login),
                    login);
        });
        marks.markAnew();
        return new Result(true, Words.of("keys.rewrapped"));
    }

    private byte[] resealed(byte[] sealed, String boundTo) {
        return keys.seal(keys.open(sealed, boundTo), boundTo);
    }
}
