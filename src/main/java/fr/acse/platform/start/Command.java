package fr.acse.platform.start;

import java.util.List;

/** Something an administrator of the machine does at the command line: {@code java -jar acse-referral.jar <name> …}. */
public interface Command {

    String name();

    /** @return what to tell her; the last line says whether all is well */
    Result run(List<String> arguments);

    record Result(boolean well, String words) {}
}
