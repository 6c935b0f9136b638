package fr.acse.console.reads;

import fr.acse.audit.AuditLog;
import fr.acse.casefile.RevealLog;
import fr.acse.platform.start.Command;
import fr.acse.words.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code verify-reveals [reveal <number> <hash>] [audit <number> <hash>]}: verifies the hash chains of the reveal log and the audit log. A
 * number with a hash names a line that was noted elsewhere. A number and a hash without the name of a log belong to the reveal log.
 */
@Component
record VerifyReveals(RevealLog reveals, AuditLog audit) implements Command {

    @Override
    public String name() {
        return "verify-reveals";
    }

    @Override
    public Result run(List<String> arguments) {
        String reveal = arguments.size() == 2 ? String.join(" ", arguments) : after("reveal", arguments);
        Optional<Long> brokenReveals = reveals.firstBroken(reveal);
        Optional<Long> brokenAudit = audit.firstBroken(after("audit", arguments));
        String ofReveals = brokenReveals
                .map(number -> Words.of("reveals.broken", number))
                .orElseGet(() -> Words.of("reveals.whole", reveals.head().orElse("-")));
        String ofAudit = brokenAudit
                .map(number -> Words.of("audit.broken", number))
                .orElseGet(() -> Words.of("audit.whole", audit.head().orElse("-")));
        return new Result(brokenReveals.isEmpty() && brokenAudit.isEmpty(), ofReveals + "\n" + ofAudit);
    }

    private static String after(String log, List<String> arguments) {
        int at = arguments.indexOf(log);
        return at < 0 || at + 2 >= arguments.size() ? null : arguments.get(at + 1) + " " + arguments.get(at + 2);
    }
}
