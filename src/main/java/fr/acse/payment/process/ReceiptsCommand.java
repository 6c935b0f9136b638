package fr.acse.payment.process;

import com.google.re2j.Pattern;
import fr.acse.codes.Login;
import fr.acse.payment.AccountRetention;
import fr.acse.platform.start.Command;
import fr.acse.words.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The command {@code receipts} lists the claims and allowances whose receipts are kept. The command {@code receipts claim|allowance
 * <number>} prints the receipts of one of them, also after the erasure of the case. Both commands are for auditors.
 */
@Component
record ReceiptsCommand(AccountRetention accounts) implements Command {

    private static final Set<String> KINDS = Set.of("claim", "allowance");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public Result run(List<String> arguments) {
        if (arguments.isEmpty()) {
            return new Result(
                    true, accounts.kept().stream().map(ReceiptsCommand::line).collect(Collectors.joining("\n")));
        }
        if (arguments.size() != 2 || !KINDS.contains(arguments.get(0)) || !NUMBER.matches(arguments.get(1))) {
            return new Result(false, Words.of("receipts.which"));
        }
        List<String> receipts = accounts.receipts(arguments.get(0), Integer.parseInt(arguments.get(1)), Login.SYSTEM);
        return receipts.isEmpty()
                ? new Result(false, Words.of("receipts.none"))
                : new Result(true, String.join("\n", receipts));
    }

    private static String line(AccountRetention.Kept kept) {
        return Words.of(
                "receipts.line", Words.of("ledger.subject." + kept.subject(), kept.number()), Words.day(kept.paidOn()));
    }
}
