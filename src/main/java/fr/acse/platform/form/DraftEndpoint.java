package fr.acse.platform.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoint at which Tasklist stores drafts, which are half-filled forms. The draft of a task's form has the id of the task. The draft of a
 * start form has the prefix {@code start-} and the key of the process.
 */
@RestController
@RequestMapping("/camunda/api/acse/drafts/{form}")
record DraftEndpoint(
        Drafts drafts,
        TaskService tasks,
        AuthorizationService authorizations,
        People people,
        CurrentPerson person,
        List<StartValues> startValues,
        ObjectMapper json) {

    private static final int LONGEST = 100_000;
    private static final Pattern OF_START = Pattern.compile(Drafts.START + "[a-z-]{1,60}");

    @PutMapping
    ResponseEntity<Void> save(@PathVariable String form, @RequestBody ObjectNode values) {
        String text = values.toString();
        if (text.length() > LONGEST) {
            throw new Refusal("tooLarge");
        }
        if (!isHers(form)) {
            throw new Refusal("noDraft");
        }
        drafts.save(person.login(), form, text);
        return ResponseEntity.noContent().build();
    }

    /** Whether the form belongs to a process that the person may start, or to a task that the person has or could claim. */
    private boolean isHers(String form) {
        String login = person.login().value();
        List<String> groups = List.copyOf(people.groupsOf(person.login()));
        if (OF_START.matcher(form).matches()) {
            return authorizations.isUserAuthorized(
                    login,
                    groups,
                    ProcessDefinitionPermissions.CREATE_INSTANCE,
                    Resources.PROCESS_DEFINITION,
                    processOf(form));
        }
        TaskQuery own = tasks.createTaskQuery().taskId(form).or().taskAssignee(login);
        return (groups.isEmpty() ? own : own.taskCandidateGroupIn(groups).includeAssignedTasks())
                        .endOr()
                        .count()
                > 0;
    }

    @GetMapping
    ResponseEntity<String> find(@PathVariable String form) throws JsonProcessingException {
        ObjectNode values = json.createObjectNode();
        boolean starts = OF_START.matcher(form).matches() && isHers(form);
        if (starts) {
            startValues.forEach(each -> values.setAll(asNode(each.of(processOf(form), person.login()))));
        }
        Optional<String> draft = drafts.find(person.login(), form);
        if (draft.isPresent()) {
            values.setAll((ObjectNode) json.readTree(draft.get()));
        }
        if (starts) {
            startValues.forEach(each -> values.setAll(asNode(each.shown(processOf(form), person.login()))));
        }
        return draft.isEmpty() && values.isEmpty()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(values.toString());
    }

    private ObjectNode asNode(Map<String, Object> values) {
        return json.valueToTree(values);
    }

    private static String processOf(String form) {
        return form.substring(Drafts.START.length());
    }

    @DeleteMapping
    ResponseEntity<Void> forget(@PathVariable String form) {
        drafts.forget(person.login(), form);
        return ResponseEntity.noContent().build();
    }
}
