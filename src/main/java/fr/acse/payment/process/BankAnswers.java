package fr.acse.payment.process;

import static fr.acse.payment.process.PaymentRunProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.payment.PaymentRunService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Records the bank's answers to the lines of a payment run through the form of each line. One refused answer refuses all. */
@Component
record BankAnswers(
        PaymentRunService runs,
        TaskService tasks,
        RuntimeService runtime,
        Unchecked unchecked,
        FormService forms,
        People people,
        CurrentPerson person) {

    private static final int MOST_LINES = 2000;

    /** @param bankAnswer value of the form of one line, like {@code bankReason} */
    record Answer(int line, String bankAnswer, String bankReason) {}

    /**
     * Numbers of lines that the bank's file settled, and of lines without a final answer.
     *
     * @param opposed lines for which the bank says the opposite of the recorded answer; the recorded answer stays
     */
    record Settled(int paid, int refused, int open, List<Integer> opposed) {}

    /** Settles all lines of a run for which the bank's file contains a final answer. */
    Settled settle(CaseReference reference, String xml) {
        PaymentRunService.BankSays says = runs.said(reference, xml);
        record(
                reference,
                says.lines().stream()
                        .map(line -> new Answer(
                                line.line(), line.refusedBecause() == null ? "paid" : "refused", line.refusedBecause()))
                        .toList());
        int refused = (int) says.lines().stream()
                .filter(line -> line.refusedBecause() != null)
                .count();
        return new Settled(says.lines().size() - refused, refused, says.open(), says.opposed());
    }

    /** @throws Refusal if a line has an answer already, or its new answer does not pass the validation of the form */
    void record(CaseReference run, List<Answer> answers) {
        Map<Integer, Task> open = openTasks(run);
        answers.forEach(answer -> record(answer, open));
    }

    private Map<Integer, Task> openTasks(CaseReference reference) {
        return unchecked.call(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey("task_recordBankAnswer")
                .listPage(0, MOST_LINES)
                .stream()
                .collect(Collectors.toMap(
                        task -> (Integer) runtime.getVariable(task.getExecutionId(), LINE_NUMBER.name()),
                        Function.identity())));
    }

    /** @throws Refusal if another user has claimed the task of the line */
    private void requireNobodyElse(int line, String holder) {
        if (holder != null && !holder.equals(person.login().value())) {
            throw new Refusal("bankLineHeld", line, people.nameOf(new Login(holder)));
        }
    }

    private void record(Answer answer, Map<Integer, Task> open) {
        Task task = open.get(answer.line());
        Refusal.unless(task != null, "bankLineDone", answer.line());
        requireNobodyElse(answer.line(), task.getAssignee());
        VariableMap values = Variables.createVariables().putValue(BANK_ANSWER.name(), answer.bankAnswer());
        if (answer.bankReason() != null && !answer.bankReason().isBlank()) {
            values.putValue(BANK_REASON.name(), answer.bankReason());
        }
        try {
            forms.submitTaskForm(task.getId(), values);
        } catch (WebApplicationException refused) {
            throw new Refusal("bankLine", answer.line(), refused.getMessage());
        }
    }
}
