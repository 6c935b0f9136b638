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

/** Records what the bank says of the lines of a run, as the form of each line would: all lines, or none. */
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

    /** @param bankAnswer and {@code bankReason} as in the form of one line */
    record Answer(int line, String bankAnswer, String bankReason) {}

    /**
     * How many lines the bank's file settled, and of how many it says nothing final.
     *
     * @param opposed lines of which it says the opposite of what is recorded; nothing is changed there
     */
    record Settled(int paid, int refused, int open, List<Integer> opposed) {}

    /** The bank's file settles all lines of which it says something final. */
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

    /** @throws Refusal if a line is answered already, or its answer is not what the form asks for */
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

    /** @throws Refusal if a colleague has taken the task of the line */
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
