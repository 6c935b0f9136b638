package fr.acse.platform.casefile;

import fr.acse.Words;
import fr.acse.casefile.RevealLog;
import fr.acse.platform.Command;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code verify-reveals [number hash]}: whether the reveal log is as it was written, up to a line known from elsewhere. */
@Component
class VerifyReveals implements Command {

    private final RevealLog reveals;

    VerifyReveals(RevealLog reveals) {
        this.reveals = reveals;
    }

    @Override
    public String name() {
        return "verify-reveals";
    }

    @Override
    public Result run(List<String> arguments) {
        String head = arguments.size() == 2 ? String.join(" ", arguments) : null;
        Optional<Long> broken = reveals.firstBroken(head);
        return broken.map(number -> new Result(false, Words.of("reveals.broken", number)))
                .orElseGet(() -> new Result(
                        true, Words.of("reveals.whole", reveals.head().orElse("-"))));
    }
}
