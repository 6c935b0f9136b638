package fr.acse.payment.process;

import fr.acse.codes.Login;
import fr.acse.payment.Cents;
import fr.acse.payment.PaymentRunService;
import fr.acse.payment.PaymentRunService.Waiting;
import fr.acse.platform.form.StartValues;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows, before a payment run is started, what the run would pay, and proposes the next day on which banks work. */
@Component
record RunPreview(PaymentRunService runs) implements StartValues {

    record Line(String payee, int lines, String euros) {}

    @Override
    public Map<String, Object> of(String process, Login person) {
        return isRun(process)
                ? Map.of(
                        PaymentRunProcess.EXECUTION_DATE.name(),
                        runs.nextBankDay().toString())
                : Map.of();
    }

    @Override
    public Map<String, Object> shown(String process, Login person) {
        return isRun(process) ? Map.of("runPreview", lines(runs.waiting())) : Map.of();
    }

    private static boolean isRun(String process) {
        return process.equals(PaymentRunProcess.CONTRACT.processId());
    }

    private static List<Line> lines(List<Waiting> waiting) {
        List<Line> lines = new ArrayList<>();
        waiting.forEach(each -> lines.add(line(each.payee(), each.payments(), each.amount())));
        lines.add(line(
                Words.of(waiting.isEmpty() ? "runPreview.nothing" : "runPreview.total"),
                waiting.stream().mapToInt(Waiting::payments).sum(),
                Cents.sum(waiting.stream().map(Waiting::amount))));
        return lines;
    }

    private static Line line(String payee, int payments, Cents amount) {
        return new Line(payee, payments, PaymentWords.euros(amount));
    }
}
