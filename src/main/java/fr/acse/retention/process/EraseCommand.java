package fr.acse.retention.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.start.Command;
import fr.acse.retention.RetentionService;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** The command {@code erase <case reference>}: erases a case at once, and prints the erased data. */
@Component
record EraseCommand(RetentionService retention) implements Command {

    @Override
    public String name() {
        return "erase";
    }

    @Override
    public Result run(List<String> arguments) {
        if (arguments.size() != 1) {
            return new Result(false, Words.of("erase.whom"));
        }
        // An erasure cannot be undone, so the reference must be typed exactly as it is stored.
        CaseReference reference = CaseReference.parse(arguments.get(0))
                .filter(read -> read.value().equals(arguments.get(0)))
                .orElseThrow(() -> new Refusal("noSuchCase", arguments.get(0)));
        return new Result(true, retention.erase(reference, Login.SYSTEM));
    }
}
