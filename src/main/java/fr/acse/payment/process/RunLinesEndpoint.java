package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.directory.DirectoryService;
import fr.acse.payment.PaymentStandings;
import fr.acse.payment.RunFiles;
import fr.acse.platform.engine.CaseLock;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The payments of a run on one page, in the order of its lines. All submitted answers of the bank are recorded, or none. */
@RestController
@RequestMapping("/camunda/api/acse/payment-runs")
@RequiredArgsConstructor
class RunLinesEndpoint {

    /** @param xml text of the bank's status report, {@code pain.002} */
    record BankFile(String xml) {}

    private static final int MOST_RUNS = 100;

    private final RunFiles files;
    private final PaymentStandings standings;
    private final BankAnswers answers;
    private final DirectoryService directory;
    private final CurrentPerson person;
    private final CaseLock lock;
    private final TransactionTemplate transaction;

    /** The latest 100 payment runs, so that users find an old run. */
    @GetMapping
    public List<PaymentStandings.Run> runs() {
        return transaction.execute(status -> {
            finance();
            return standings.latest(MOST_RUNS);
        });
    }

    @GetMapping("/{reference}/lines")
    public List<RunFiles.SentLine> lines(@PathVariable("reference") String typed) {
        CaseReference reference = reference(typed);
        return transaction.execute(status -> files.lines(reference, finance()));
    }

    @PostMapping("/{reference}/lines")
    public ResponseEntity<Void> answer(
            @PathVariable("reference") String typed, @RequestBody List<BankAnswers.Answer> said) {
        CaseReference reference = reference(typed);
        Refusal.unless(!said.isEmpty(), "bankNothing");
        return alone(reference, () -> {
            answers.record(reference, said);
            return ResponseEntity.noContent().build();
        });
    }

    /** Settles all lines for which the bank's status report contains a final answer. */
    @PostMapping("/{reference}/status")
    public BankAnswers.Settled settle(@PathVariable("reference") String typed, @RequestBody BankFile file) {
        CaseReference reference = reference(typed);
        return alone(reference, () -> answers.settle(reference, file.xml() == null ? "" : file.xml()));
    }

    /** Locks the run during a change. A second user's change waits for the lock and then sees the answers of the first user. */
    private <T> T alone(CaseReference run, Supplier<T> change) {
        return transaction.execute(status -> {
            finance();
            lock.hold(run);
            return change.get();
        });
    }

    private Login finance() {
        Login login = person.login();
        Refusal.unless(directory.isIn(login, "finance"), "notYourStep");
        return login;
    }

    private static CaseReference reference(String typed) {
        return CaseReference.parse(typed).orElseThrow(() -> new Refusal("noPaymentFile", typed));
    }
}
