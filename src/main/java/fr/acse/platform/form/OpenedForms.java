package fr.acse.platform.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Fills in a form when a person opens the form. The form contains only the sealed values that the person may read. */
@Component
public class OpenedForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaseFileService files;
    private final CaseAccess access;
    private final CurrentPerson person;
    private final FormSchemas schemas;
    private final Map<String, FormData> data = new HashMap<>();
    private final Map<String, SealedSource> sources;

    OpenedForms(
            CaseFileService files,
            CaseAccess access,
            CurrentPerson person,
            FormSchemas schemas,
            List<FormData> data,
            List<SealedSource> sources) {
        this.files = files;
        this.access = access;
        this.person = person;
        this.schemas = schemas;
        data.forEach(each -> each.names().forEach(name -> this.data.put(name, each)));
        this.sources = sources.stream().collect(Collectors.toMap(SealedSource::name, source -> source));
    }

    /** The content of the form: process variables, sealed values, lists and tables. */
    public OpenedForm open(DelegateTask task, FormRef form) {
        FormSchema schema = schemas.get(form);
        CaseReference reference = SubmittedForms.reference(task);
        RevealedFields revealed = new RevealedFields(() -> reveal(task, schema, reference));
        List<OpenedForm.Field> fields = new ArrayList<>();
        for (FormComponent field : schema.inputs()) {
            if (field.isSealed()) {
                fields.add(field.isRows() ? revealed.rows(field.key()) : revealed.field(field.key()));
            } else if (field.isAnswer() && task.hasVariable(field.key())) {
                // A repeated task asks its question again. The earlier answer is not selected in the form.
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
     * The fields of a sealed source that the person may read. The person's part in the case decides, not the permissions for the file of
     * the source.
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

    private static String json(List<?> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
