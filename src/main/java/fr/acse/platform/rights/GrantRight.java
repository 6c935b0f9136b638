package fr.acse.platform.rights;

import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import fr.acse.platform.start.Command;
import fr.acse.words.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The command {@code grant <login> <group>} adds a person to a group from the command line of the server. The first two administrators get
 * their role with this command.
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
