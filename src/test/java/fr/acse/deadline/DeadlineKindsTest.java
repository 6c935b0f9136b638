package fr.acse.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.models.Model;
import fr.acse.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.api.Test;

class DeadlineKindsTest {

    private final DeadlineKinds kinds = new DeadlineKinds();

    @Test
    void everyTimerOfTheModelsIsAKindThatHasWordsAndSomebodyWhoMustAct() {
        List<String> timers = new ArrayList<>();
        for (Model model : Model.all()) {
            for (TimerEventDefinition timer : model.elements(TimerEventDefinition.class)) {
                String activity = ((FlowNode) timer.getParentElement()).getId();
                assertThat(kinds.knows(model.id(), activity))
                        .as(model.id() + " " + activity)
                        .isTrue();
                DeadlineKinds.Kind kind = kinds.of(model.id(), activity);
                assertThat(Words.of("deadline." + kind.kind())).isNotBlank();
                assertThat(Words.of("who." + kind.who())).isNotBlank();
                timers.add(activity);
            }
        }
        assertThat(timers).hasSizeGreaterThan(12);
    }

    @Test
    void the48HoursAreDefinedOnceAndNobodyMovesThem() {
        List<String> definitions = new ArrayList<>();
        for (Model model : Model.all()) {
            for (TimerEventDefinition timer : model.elements(TimerEventDefinition.class)) {
                if (timer.getTimeDuration() != null
                        && timer.getTimeDuration().getTextContent().startsWith("PT")
                        && Duration.parse(timer.getTimeDuration().getTextContent())
                                .equals(Duration.ofHours(48))) {
                    definitions.add(model.id() + "/" + ((FlowNode) timer.getParentElement()).getId());
                }
            }
        }
        assertThat(definitions).containsExactly("orientation/timer_answerDue");
        assertThat(kinds.of("orientation", "timer_answerDue").kind()).isEqualTo(DeadlineKinds.ANSWER);
        assertThat(kinds.of("orientation", "timer_answerDue").movable()).isFalse();
        assertThat(kinds.of("orientation", "timer_firstReminder").movable()).isFalse();
        assertThat(kinds.of("somewhere", "timer_else").movable()).isFalse();
    }

    @Test
    void everyReasonForMovingAClockHasWords() {
        assertThat(DeadlineService.REASONS)
                .allSatisfy(reason -> assertThat(Words.of("move." + reason)).isNotBlank());
    }
}
