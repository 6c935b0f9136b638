package fr.acse.platform.login;

import fr.acse.codes.Login;
import fr.acse.platform.start.Command;
import fr.acse.words.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** Command {@code forget-second-factor <login>} for a person who has lost a device. At the next login, the person enters a new secret. */
@Component
record ForgetSecondFactor(SecondFactor secondFactor, LoginBook logins) implements Command {

    @Override
    public String name() {
        return "forget-second-factor";
    }

    @Override
    public Result run(List<String> arguments) {
        boolean named = arguments.size() == 1 && !arguments.get(0).isBlank();
        boolean forgotten = named && secondFactor.forget(new Login(arguments.get(0)));
        if (forgotten) {
            logins.codeForgotten(new Login(arguments.get(0)), Login.SYSTEM);
        }
        return new Result(forgotten, Words.of(forgotten ? "secondFactor.forgotten" : "secondFactor.whose"));
    }
}
