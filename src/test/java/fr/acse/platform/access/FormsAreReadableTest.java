package fr.acse.platform.access;

import static fr.acse.codes.Relation.ARRIVING;
import static fr.acse.codes.Relation.ASKED;
import static fr.acse.codes.Relation.COLLEAGUE;
import static fr.acse.codes.Relation.COORDINATION;
import static fr.acse.codes.Relation.ESCORT;
import static fr.acse.codes.Relation.FINANCE;
import static fr.acse.codes.Relation.FOLLOWER;
import static fr.acse.codes.Relation.HOLDER;
import static fr.acse.codes.Relation.LEAVING;
import static fr.acse.codes.Relation.OPERATOR;
import static fr.acse.codes.Relation.PAYER;
import static fr.acse.codes.Relation.PLANNER;
import static fr.acse.codes.Relation.SUPERVISOR;
import static fr.acse.codes.Relation.TELEPHONE;
import static fr.acse.codes.Relation.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.acse.FormAnswers;
import fr.acse.codes.Relation;
import fr.acse.platform.gate.Gate;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** A form that shows a field to somebody who may read it in no case is a mistake of the form or of {@code who-may-read.txt}. */
class FormsAreReadableTest {

    /** The parts in a case that the people of a task can have, besides having written a value themselves or as colleagues. */
    private static final Map<String, Set<Relation>> PARTS = Map.of(
            "coordination", EnumSet.of(COORDINATION, TELEPHONE),
            "supervisors", EnumSet.of(SUPERVISOR),
            "finance", EnumSet.of(FINANCE),
            "#{operatorGroup}", EnumSet.of(OPERATOR, PLANNER),
            "#{shelterGroup}", EnumSet.of(ASKED, HOLDER, LEAVING, PAYER),
            "#{followerGroup}", EnumSet.of(FOLLOWER),
            "#{escortLogin}", EnumSet.of(ESCORT, ARRIVING, OPERATOR),
            "#{nextEscortLogin}", EnumSet.of(ESCORT, ARRIVING, OPERATOR));

    private final ReadingRules rules = new ReadingRules();

    @Test
    void whoeverDoesATaskCanReadTheSealedFieldsOfItsForm() {
        Set<String> shownToNobody = new TreeSet<>();
        Gate.filesOfRelease().forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                Bpmn.readModelFromStream(new ByteArrayInputStream(content))
                        .getModelElementsByType(UserTask.class)
                        .forEach(task -> look(task, shownToNobody));
            }
        });
        // A supervisor who prevents a lapse writes the number down once. Titles are read by those who follow them.
        assertThat(shownToNobody).containsExactly("prevent-lapse/sealed_titleNumber to supervisors");
    }

    private void look(UserTask task, Set<String> shownToNobody) {
        String people =
                task.getCamundaCandidateGroups() == null ? task.getCamundaAssignee() : task.getCamundaCandidateGroups();
        if (people == null || task.getCamundaFormRef() == null) {
            return;
        }
        for (String each : List.of(people.split(","))) {
            assertThat(PARTS).as("people of %s", task.getId()).containsKey(each);
            for (JsonNode field : FormAnswers.drawn(task.getCamundaFormRef()).path("components")) {
                String key = field.path("key").asText();
                Set<Relation> parts = EnumSet.of(WRITER, COLLEAGUE);
                parts.addAll(PARTS.get(each));
                if (key.startsWith("sealed_") && !rules.mayRead(key, parts)) {
                    shownToNobody.add(task.getCamundaFormRef() + "/" + key + " to " + each);
                }
            }
        }
    }
}
