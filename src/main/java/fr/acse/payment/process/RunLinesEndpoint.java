package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.directory.DirectoryService;
import fr.acse.payment.PaymentRunService;
import fr.acse.payment.PaymentRunService.SentLine;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All payments of a run on one page, as the bank's statement has them: what the bank says of many is recorded at once, or not at all. */
@RestController
@RequestMapping("/camunda/api/acse/payment-runs/{reference}/lines")
class RunLinesEndpoint {

    private static final int MOST_LINES = 2000;

    /** @param bankAnswer and {@code bankReason} as in the form of one line */
    record Answer(int line, String bankAnswer, String bankReason) {}

    private final PaymentRunService runs;
    private final DirectoryService directory;
    private final CurrentPerson person;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Unchecked unchecked;
    private final FormService forms;
    private final TransactionTemplate transaction;

    RunLinesEndpoint(
            PaymentRunService runs,
            DirectoryService directory,
            CurrentPerson person,
            TaskService tasks,
            RuntimeService runtime,
            Unchecked unchecked,
            FormService forms,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.directory = directory;
        this.person = person;
        this.tasks = tasks;
        this.runtime = runtime;
        this.unchecked = unchecked;
        this.forms = forms;
        this.transaction = transaction;
    }

    @GetMapping
    public List<SentLine> lines(@PathVariable("reference") String typed) {
        CaseReference reference = reference(typed);
        return transaction.execute(status -> runs.lines(reference, finance()));
    }

    @PostMapping
    public ResponseEntity<Void> answer(@PathVariable("reference") String typed, @RequestBody List<Answer> answers) {
        CaseReference reference = reference(typed);
        Refusal.unless(!answers.isEmpty(), "bankNothing");
        transaction.executeWithoutResult(status -> {
            finance();
            Map<Integer, String> open = openTasks(reference);
            answers.forEach(answer -> record(answer, open));
        });
        return ResponseEntity.noContent().build();
    }

    private Map<Integer, String> openTasks(CaseReference reference) {
        return unchecked.call(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey("task_recordBankAnswer")
                .listPage(0, MOST_LINES)
                .stream()
                .collect(Collectors.toMap(
                        task -> (Integer)
                                runtime.getVariable(task.getExecutionId(), PaymentRunProcess.LINE_NUMBER.name()),
                        Task::getId)));
    }

    private void record(Answer answer, Map<Integer, String> open) {
        Refusal.unless(open.containsKey(answer.line()), "bankLineDone", answer.line());
        VariableMap values =
                Variables.createVariables().putValue(PaymentRunProcess.BANK_ANSWER.name(), answer.bankAnswer());
        if (answer.bankReason() != null && !answer.bankReason().isBlank()) {
            values.putValue(PaymentRunProcess.BANK_REASON.name(), answer.bankReason());
        }
        try {
            forms.submitTaskForm(open.get(answer.line()), values);
        } catch (WebApplicationException refused) {
            throw new Refusal("bankLine", answer.line(), refused.getMessage());
        }
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
