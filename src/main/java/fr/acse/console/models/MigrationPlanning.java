package fr.acse.console.models;

import com.google.re2j.Pattern;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Found;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The model versions that running cases use, and the step in the current version for each step of an earlier version. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class MigrationPlanning {

    /**
     * @param set number of the set of models, read from the version tag
     * @param same whether the BPMN file equals that of the current version; then only forms and decisions may differ
     */
    record Version(String process, String name, int version, String set, long cases, boolean current, boolean same) {}

    /**
     * A step at which cases run now, and the matching step in the current version.
     *
     * @param to name of the step in the current version; null if the cases stay
     * @param why reason why the cases stay, in words, or null
     * @param cases number of process instances at the step
     */
    record Landing(String element, String from, String to, String why, long cases, List<String> references) {}

    /**
     * @param engine migration plan of the engine: each element is mapped to the one with the same id, and timers keep their due time
     * @param movable ids of the process instances that can be moved
     */
    record Plan(
            String process,
            String name,
            int from,
            int to,
            MigrationPlan engine,
            List<Landing> landings,
            Set<String> movable) {}

    private record Position(String element, String instance, String reference) {}

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    private static final String VERSIONS = """
            select v.*, v.version = max(v.version) over of_process as current,
                v.model = first_value(v.model) over (of_process order by v.version desc) as same
            from (select d.process, d.name, d.version, d.tag, f.hash as model, count(i.id) as cases
                from engine_definition d
                join engine_file f on f.deployment = d.deployment and f.file = d.file
                left join engine_instance i on i.definition = d.id
                group by d.id, d.process, d.name, d.version, d.tag, f.hash) v
            window of_process as (partition by v.process)
            order by v.name, v.version desc""";

    private static final String PLACES =
            "select distinct element, instance, reference from engine_place where definition = ? order by reference";

    private final JdbcTemplate jdbc;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Unchecked unchecked;

    /** The current version of each process, and each older version with running cases. */
    List<Version> versions() {
        return jdbc
                .query(
                        VERSIONS,
                        (row, index) -> new Version(
                                row.getString("process"),
                                row.getString("name"),
                                row.getInt("version"),
                                row.getString("tag"),
                                row.getLong("cases"),
                                row.getBoolean("current"),
                                row.getBoolean("same")))
                .stream()
                .filter(version -> version.current() || version.cases() > 0)
                .toList();
    }

    /** @throws Refusal if the version does not exist, or is the current one */
    Plan plan(String process, int from) {
        ProcessDefinition source = definition(process, from);
        ProcessDefinition target = current(process);
        Refusal.unless(source.getVersion() != target.getVersion(), "migrationNotNeeded");
        BpmnModelInstance before = model(source);
        BpmnModelInstance after = model(target);
        MigrationPlan engine = unchecked.call(() -> runtime.createMigrationPlan(source.getId(), target.getId())
                .mapEqualActivities()
                .build());
        Map<String, String> mapped = engine.getInstructions().stream()
                .collect(Collectors.toMap(
                        MigrationInstruction::getSourceActivityId, MigrationInstruction::getTargetActivityId));
        String nobody = whyNobody(before, after);
        List<Position> places = places(source);
        Set<String> movable =
                places.stream().map(Position::instance).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Landing> landings = new ArrayList<>();
        places.stream()
                .collect(Collectors.groupingBy(Position::element, TreeMap::new, Collectors.toList()))
                .forEach((element, here) -> {
                    String why = nobody == null ? why(element, mapped, before, after) : nobody;
                    if (why != null) {
                        here.forEach(place -> movable.remove(place.instance()));
                    }
                    landings.add(new Landing(
                            element,
                            nameOf(before, element),
                            why == null ? nameOf(after, mapped.get(element)) : null,
                            why,
                            here.stream().map(Position::instance).distinct().count(),
                            here.stream().map(Position::reference).distinct().toList()));
                });
        return new Plan(process, target.getName(), from, target.getVersion(), engine, landings, movable);
    }

    private static String why(
            String element, Map<String, String> mapped, BpmnModelInstance before, BpmnModelInstance after) {
        if (mapped.containsKey(element)) {
            return null;
        }
        FlowElement was = before.getModelElementById(element);
        FlowElement there = after.getModelElementById(element);
        if (there == null) {
            return Words.of("migration.gone");
        }
        return there.getElementType().equals(was.getElementType())
                ? Words.of("migration.moved")
                : Words.of("migration.otherKind");
    }

    /**
     * The reason why no case can be moved, or null. After a new fork, a moved case would wait at the join for ever. A new condition could
     * need a value that no earlier form has asked for. The check is cautious: some of the refused cases could be moved.
     */
    private static String whyNobody(BpmnModelInstance before, BpmnModelInstance after) {
        if (!forks(before).equals(forks(after))) {
            return Words.of("migration.otherForks");
        }
        Set<String> unknown = asked(after);
        unknown.removeAll(asked(before));
        return unknown.isEmpty() ? null : Words.of("migration.notAsked", String.join(", ", unknown));
    }

    private static Set<String> forks(BpmnModelInstance model) {
        Set<String> forks = new TreeSet<>();
        model.getModelElementsByType(ParallelGateway.class)
                .forEach(each -> forks.add(each.getId()
                        + each.getIncoming().size()
                        + each.getOutgoing().size()));
        model.getModelElementsByType(InclusiveGateway.class)
                .forEach(each -> forks.add(each.getId()
                        + each.getIncoming().size()
                        + each.getOutgoing().size()));
        return forks;
    }

    private static Set<String> asked(BpmnModelInstance model) {
        return model.getModelElementsByType(ConditionExpression.class).stream()
                .map(condition -> QUOTED.matcher(condition.getTextContent()).replaceAll(""))
                .flatMap(condition -> Found.in(condition, WORD).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameOf(BpmnModelInstance model, String element) {
        FlowElement named = model.getModelElementById(element);
        return named == null || named.getName() == null ? element : named.getName();
    }

    private List<Position> places(ProcessDefinition definition) {
        return jdbc.query(
                PLACES,
                (row, index) ->
                        new Position(row.getString("element"), row.getString("instance"), row.getString("reference")),
                definition.getId());
    }

    private BpmnModelInstance model(ProcessDefinition definition) {
        return unchecked.call(() -> repository.getBpmnModelInstance(definition.getId()));
    }

    private ProcessDefinition current(String process) {
        return there(unchecked.call(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()));
    }

    private ProcessDefinition definition(String process, int version) {
        return there(unchecked.call(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(version)
                .singleResult()));
    }

    private static ProcessDefinition there(ProcessDefinition found) {
        Refusal.unless(found != null, "notThere");
        return found;
    }
}
