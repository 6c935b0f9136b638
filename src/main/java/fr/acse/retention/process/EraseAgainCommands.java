package fr.acse.retention.process;

import fr.acse.codes.Login;
import fr.acse.platform.start.Command;
import fr.acse.retention.RetentionService;
import fr.acse.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Commands that erase cases again after an older backup was restored. The command {@code erased} prints the marks of the erased cases; keep
 * this list beside the backups. The command {@code erase-again <file>} erases the restored cases of that list.
 */
@Configuration
class EraseAgainCommands {

    @Bean
    Command erased(RetentionService retention) {
        return new Command() {
            @Override
            public String name() {
                return "erased";
            }

            @Override
            public Result run(List<String> arguments) {
                return new Result(true, String.join("\n", retention.erasedMarks()));
            }
        };
    }

    @Bean
    Command eraseAgain(RetentionService retention) {
        return new Command() {
            @Override
            public String name() {
                return "erase-again";
            }

            @Override
            public Result run(List<String> arguments) {
                if (arguments.size() != 1) {
                    return new Result(false, Words.of("eraseAgain.which"));
                }
                try (var lines = Files.lines(Path.of(arguments.get(0)))) {
                    Set<String> marks = lines.map(String::strip).collect(Collectors.toSet());
                    return new Result(true, Words.of("eraseAgain.done", retention.eraseAgain(marks, Login.SYSTEM)));
                } catch (NoSuchFileException e) {
                    return new Result(false, Words.of("eraseAgain.noFile", arguments.get(0)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
