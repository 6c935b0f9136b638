package fr.acse.platform.access;

import fr.acse.Words;
import fr.acse.platform.Command;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code forget-second-factor <login>}: somebody has lost her device; at her next login she enters a new secret. */
@Component
class ForgetSecondFactor implements Command {

    private final SecondFactor secondFactor;

    ForgetSecondFactor(SecondFactor secondFactor) {
        this.secondFactor = secondFactor;
    }

    @Override
    public String name() {
        return "forget-second-factor";
    }

    @Override
    public Result run(List<String> arguments) {
        boolean forgotten = arguments.size() == 1 && secondFactor.forget(arguments.get(0));
        return new Result(forgotten, Words.of(forgotten ? "secondFactor.forgotten" : "secondFactor.whose"));
    }
}
