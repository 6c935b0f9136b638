package fr.acse.platform.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.DeclaredVariables;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * What happens when a form is submitted or opened. Sealed values go to the case file before any variable exists, in
 * the transaction of the step; when a form is opened, a person who may see them gets them back.
 */
@Component
public class SealedForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaseFileService files;
    private final CaseAccess access;
    private final CurrentPerson person;
    private final DeclaredVariables declared;
    private final FormSchemas schemas;
    private final Drafts drafts;
    private final Map<String, FormData> data = new HashMap<>();
    private final Map<String, SealedSource> sources;
    private final Days days;

    SealedForms(
            CaseFileService files,
            CaseAccess access,
            CurrentPerson person,
            DeclaredVariables declared,
            FormSchemas schemas,
            Drafts drafts,
            List<FormData> data,
            List<SealedSource> sources,
            Days days) {
        this.files = files;
        this.access = access;
        this.person = person;
        this.declared = declared;
        this.schemas = schemas;
        this.drafts = drafts;
        data.forEach(each -> each.names().forEach(name -> this.data.put(name, each)));
        this.sources = sources.stream().collect(Collectors.toMap(SealedSource::name, source -> source));
        this.days = days;
    }

    /**
     * Starts a case from its form. The reference is made here, or it is that of an existing case if the form asks for one;
     * what somebody typed as business key is ignored.
     */
    public void start(DelegateExecution instance, String process, FormRef form, String prefix, VariableMap values) {
        FormSchema schema = schemas.get(form);
        FormSubmission submission = new FormSubmission(schema, values, days);
        CaseReference reference = schema.input(CaseReference.VARIABLE).isPresent()
                ? existing((String) submission.plain().get(CaseReference.VARIABLE))
                : files.open(prefix, person.login());
        submission.sealed().replaceAll((field, text) -> added(schema, reference, field, text));
        submission.plain().put(CaseReference.VARIABLE, reference.value());
        instance.setProcessBusinessKey(reference.value());
        keep(instance, process, reference, submission);
    }

    /** The last note first, with its day and its writer; the first one of a case stands alone. */
    private String added(FormSchema schema, CaseReference reference, String field, String text) {
        return schema.input(field)
                .filter(FormComponent::adds)
                .flatMap(note -> files.readForRule(reference, field))
                .map(before -> "%s, %s: %s\n\n%s".formatted(Words.day(days.today()), person.login(), text, before))
                .orElse(text);
    }

    public void complete(DelegateTask task, String process, FormRef form, VariableMap values) {
        FormSubmission submission = new FormSubmission(schemas.get(form), values, days);
        keep(task, process, reference(task), submission);
        drafts.forget(task.getId());
    }

    /** Nobody can open the task any more, so nobody needs what was typed into its form. */
    public void withdraw(String task) {
        drafts.forget(task);
    }

    /** What the form shows: variables of the process, sealed values, lists and tables. */
    public OpenedForm open(DelegateTask task, FormRef form) {
        FormSchema schema = schemas.get(form);
        CaseReference reference = reference(task);
        RevealedFields revealed = new RevealedFields(() -> reveal(task, schema, reference));
        List<OpenedForm.Field> fields = new ArrayList<>();
        for (FormComponent field : schema.inputs()) {
            if (field.isSealed()) {
                fields.add(field.isRows() ? revealed.rows(field.key()) : revealed.field(field.key()));
            } else if (field.isAnswer() && task.hasVariable(field.key())) {
                // A task that comes again asks again: what was answered last time is not ticked.
                fields.add(new OpenedForm.Field(field.key(), Variables::untypedNullValue));
            }
        }
        for (String name : schema.dataNames()) {
            if (data.containsKey(name)
                    && (data.get(name).isForEverybody() || access.mayRead(name, person.login(), reference))) {
                fields.add(new OpenedForm.Field(
                        name, () -> new JsonText(json(data.get(name).rows(name, reference)))));
            }
        }
        return new OpenedForm(schema.shown(), fields);
    }

    private Map<String, String> reveal(DelegateTask task, FormSchema schema, CaseReference reference) {
        Map<String, String> all = new HashMap<>();
        Map<String, List<String>> bySource = schema.inputs().stream()
                .filter(FormComponent::isSealed)
                .collect(Collectors.groupingBy(
                        FormComponent::sealedIn, Collectors.mapping(FormComponent::key, Collectors.toList())));
        bySource.forEach((source, fields) -> {
            CaseReference file = source.isEmpty()
                    ? reference
                    : sources.get(source).fileFor(reference, person.login()).orElse(null);
            if (file != null) {
                all.putAll(files.reveal(file, readable(fields, source, file, reference), person.login(), task.getId()));
            }
        });
        return all;
    }

    /**
     * This does not depend on who may open the file of a source: her part in the case decides what she may read of
     * it.
     */
    private Collection<String> readable(
            List<String> fields, String source, CaseReference file, CaseReference reference) {
        return source.isEmpty()
                ? access.readable(fields, person.login(), file)
                : fields.stream()
                        .filter(sources.get(source)::shows)
                        .filter(field -> access.mayRead(field, person.login(), reference))
                        .toList();
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

    /** @throws Refusal if somebody has done the task while its form was opened */
    private static CaseReference reference(DelegateTask task) {
        DelegateExecution waiting = task.getExecution();
        Refusal.unless(waiting != null, "taskDone");
        return new CaseReference(waiting.getProcessBusinessKey());
    }

    private static String json(List<?> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
