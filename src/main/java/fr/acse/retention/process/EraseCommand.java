package fr.acse.retention.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.start.Command;
import fr.acse.retention.RetentionService;
import fr.acse.words.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code erase <case reference>}: erases a closed case now, and says what was removed. */
@Component
class EraseCommand implements Command {

    private final RetentionService retention;

    EraseCommand(RetentionService retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "erase";
    }

    @Override
    public Result run(List<String> arguments) {
        return arguments.size() == 1
                ? new Result(true, retention.erase(arguments.get(0), CurrentPerson.SYSTEM))
                : new Result(false, Words.of("erase.whom"));
    }
}
