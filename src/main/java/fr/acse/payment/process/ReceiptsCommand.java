package fr.acse.payment.process;

import fr.acse.codes.Login;
import fr.acse.payment.AccountRetention;
import fr.acse.platform.start.Command;
import fr.acse.words.Words;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code receipts claim|allowance <number>}: the receipts of what was paid, for whoever audits the accounts, also when the case is erased. */
@Component
class ReceiptsCommand implements Command {

    private static final String CLAIM = "claim";
    private static final Set<String> OF = Set.of(CLAIM, "allowance");

    private final AccountRetention accounts;

    ReceiptsCommand(AccountRetention accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public Result run(List<String> arguments) {
        if (arguments.size() != 2
                || !OF.contains(arguments.get(0))
                || !arguments.get(1).matches("\\d{1,9}")) {
            return new Result(false, Words.of("receipts.which"));
        }
        List<String> receipts =
                accounts.receipts(arguments.get(0).equals(CLAIM), Integer.parseInt(arguments.get(1)), Login.SYSTEM);
        return receipts.isEmpty()
                ? new Result(false, Words.of("receipts.none"))
                : new Result(true, String.join("\n", receipts));
    }
}
