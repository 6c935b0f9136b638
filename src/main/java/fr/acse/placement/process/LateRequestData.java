package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.placement.ConsideredShelters;
import fr.acse.placement.Offer;
import fr.acse.platform.form.FormData;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What was done for a late request: the open step of the coordination, and the number of shelters by their answer. No shelter is named. */
@Component
record LateRequestData(TaskService tasks, ConsideredShelters considered, People people, Unchecked unchecked, Days days)
        implements FormData {

    record Fact(String what, String how) {}

    @Override
    public Set<String> names() {
        return Set.of("doneSoFar");
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return Stream.concat(openSteps(reference).stream().map(this::step), Stream.of(shelters(reference)))
                .toList();
    }

    private List<Task> openSteps(CaseReference reference) {
        return unchecked.call(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKeyIn(LateRequests.ANSWERING.toArray(String[]::new))
                .list());
    }

    private Fact step(Task task) {
        String since = Words.moment(task.getCreateTime().toInstant(), days.zone());
        return new Fact(
                task.getName(),
                task.getAssignee() == null
                        ? Words.of("lateRequest.nobody", since)
                        : Words.of("lateRequest.holder", people.nameOf(new Login(task.getAssignee())), since));
    }

    private Fact shelters(CaseReference reference) {
        TreeMap<Offer.State, Long> states = considered.outcomes(reference).stream()
                .map(ConsideredShelters.Outcome::asked)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Offer::state, TreeMap::new, Collectors.counting()));
        String answers = states.entrySet().stream()
                .map(each -> Words.of("lateRequest.answers", Words.of("offer." + each.getKey()), each.getValue()))
                .collect(Collectors.joining("; "));
        return new Fact(
                Words.of("lateRequest.shelters"), answers.isEmpty() ? Words.of("lateRequest.noneAsked") : answers);
    }
}
