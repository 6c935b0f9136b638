package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
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

/** Records what the bank says of the lines of a run, as the form of each line would: all of it, or nothing. */
@Component
record BankAnswers(
        TaskService tasks,
        RuntimeService runtime,
        Unchecked unchecked,
        FormService forms,
        People people,
        CurrentPerson person) {

    private static final int MOST_LINES = 2000;

    /** @param bankAnswer and {@code bankReason} as in the form of one line */
    record Answer(int line, String bankAnswer, String bankReason) {}

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
                        task -> (Integer)
                                runtime.getVariable(task.getExecutionId(), PaymentRunProcess.LINE_NUMBER.name()),
                        Function.identity())));
    }

    /** @throws Refusal if a colleague has the task of the line in hand */
    private void requireNobodyElse(int line, String holder) {
        if (holder != null && !holder.equals(person.login().value())) {
            throw new Refusal("bankLineHeld", line, people.nameOf(new Login(holder)));
        }
    }

    private void record(Answer answer, Map<Integer, Task> open) {
        Task task = open.get(answer.line());
        Refusal.unless(task != null, "bankLineDone", answer.line());
        requireNobodyElse(answer.line(), task.getAssignee());
        VariableMap values =
                Variables.createVariables().putValue(PaymentRunProcess.BANK_ANSWER.name(), answer.bankAnswer());
        if (answer.bankReason() != null && !answer.bankReason().isBlank()) {
            values.putValue(PaymentRunProcess.BANK_REASON.name(), answer.bankReason());
        }
        try {
            forms.submitTaskForm(task.getId(), values);
        } catch (WebApplicationException refused) {
            throw new Refusal("bankLine", answer.line(), refused.getMessage());
        }
    }
}
