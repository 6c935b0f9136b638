package fr.acse.payment.process;

import fr.acse.payment.LedgerCheck;
import fr.acse.platform.start.Command;
import fr.acse.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The command {@code ledger-check}: shows auditors whether the ledger agrees with the cases. */
@Component
record LedgerCheckCommand(LedgerCheck ledger) implements Command {

    @Override
    public String name() {
        return "ledger-check";
    }

    @Override
    public Result run(List<String> arguments) {
        Stream<String> balances = ledger.balances().stream()
                .map(each -> Words.of(
                        "ledger.balance",
                        Words.of("ledger.account." + each.account()),
                        each.cents().toEuros()));
        List<LedgerCheck.Difference> differences = ledger.differences();
        Stream<String> told = differences.stream()
                .map(each -> Words.of(
                        "ledger.difference",
                        Words.of("ledger.subject." + each.subject(), each.number()),
                        Words.orElse("ledger.kind." + each.what(), each.what()),
                        each.inLedger().toEuros(),
                        each.inCases().toEuros()));
        String result =
                differences.isEmpty() ? Words.of("ledger.well") : Words.of("ledger.notWell", differences.size());
        return new Result(
                differences.isEmpty(),
                Stream.of(balances, told, Stream.of(result))
                        .flatMap(each -> each)
                        .collect(Collectors.joining("\n")));
    }
}
