package fr.acse.platform.form;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.DeclaredVariables;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/** Stores submitted forms. Sealed values are stored in the case file before any variable is set, in the transaction of the step. */
@Component
@RequiredArgsConstructor
public class SubmittedForms {

    private final CaseFileService files;
    private final CaseAccess access;
    private final CurrentPerson person;
    private final DeclaredVariables declared;
    private final FormSchemas schemas;
    private final Drafts drafts;
    private final Days days;

    /**
     * Starts a case from its form. The case reference is new, unless the form asks for the reference of an existing case. A business key
     * that the sender adds to the request is ignored.
     */
    public void start(DelegateExecution instance, String process, FormRef form, String prefix, VariableMap values) {
        FormSchema schema = schemas.get(form);
        FormSubmission submission = new FormSubmission(schema, values, name -> null, days);
        CaseReference reference = schema.input(CaseReference.VARIABLE).isPresent()
                ? existing((String) submission.plain().get(CaseReference.VARIABLE))
                : files.open(prefix, person.login());
        submission.sealed().replaceAll((field, text) -> added(schema, reference, field, text));
        submission.plain().put(CaseReference.VARIABLE, reference.value());
        instance.setProcessBusinessKey(reference.value());
        keep(instance, process, reference, submission);
        drafts.forgetStart(
                person.login(), process, schema.input(CaseReference.VARIABLE).map(field -> reference.value()));
    }

    /** Puts a new note before the earlier notes, with the day and the writer. The first note of a case has no day and no writer. */
    private String added(FormSchema schema, CaseReference reference, String field, String text) {
        return schema.input(field)
                .filter(FormComponent::adds)
                .flatMap(note -> files.readForRule(reference, field))
                .map(before -> "%s, %s: %s\n\n%s".formatted(Words.day(days.today()), person.login(), text, before))
                .orElse(text);
    }

    public void complete(DelegateTask task, String process, FormRef form, VariableMap values) {
        FormSubmission submission = new FormSubmission(schemas.get(form), values, task::getVariable, days);
        keep(task, process, reference(task), submission);
        drafts.forget(task.getId());
    }

    /** Deletes the draft of a task that nobody can open any more. */
    public void withdraw(String task) {
        drafts.forget(task);
    }

    private void keep(VariableScope scope, String process, CaseReference reference, FormSubmission submission) {
        submission.plain().keySet().forEach(name -> declared.check(process, name));
        files.seal(reference, submission.sealed(), person.login());
        submission.plain().forEach(scope::setVariable);
    }

    private CaseReference existing(String typed) {
        CaseReference reference = CaseReference.parse(typed).orElseThrow(() -> new Refusal("caseReference"));
        if (!files.exists(reference) || !person.isSystem() && !access.isParty(person.login(), reference)) {
            throw new Refusal("noSuchCase", reference);
        }
        return reference;
    }

    /** @throws Refusal if another person completed the task while its form was being opened */
    static CaseReference reference(DelegateTask task) {
        DelegateExecution waiting = task.getExecution();
        Refusal.unless(waiting != null, "taskDone");
        return new CaseReference(waiting.getProcessBusinessKey());
    }
}
