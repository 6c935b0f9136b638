package fr.acse.platform.start;

import java.util.List;

/** A command that the administrator of the server runs: {@code java -jar acse-referral.jar <name> …}. */
public interface Command {

    String name();

    /** @return the output of the command, and whether it succeeded */
    Result run(List<String> arguments);

    record Result(boolean well, String words) {}
}
