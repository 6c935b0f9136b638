package fr.acse.platform.rights;

import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import fr.acse.platform.start.Command;
import fr.acse.words.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * {@code grant <login> <group>}: puts somebody into a group from the server's command line. The first two
 * administrators get their role in this way.
 */
@Component
record GrantRight(RightRequests rights, People people) implements Command {

    @Override
    public String name() {
        return "grant";
    }

    @Override
    public Result run(List<String> arguments) {
        if (arguments.size() != 2 || !people.exists(arguments.get(0)) || !people.isGroup(arguments.get(1))) {
            return new Result(false, Words.of("grant.whom"));
        }
        rights.grantAtOnce(new Login(arguments.get(0)), arguments.get(1), Login.SYSTEM);
        return new Result(true, Words.of("grant.done", arguments.get(0), arguments.get(1)));
    }
}
