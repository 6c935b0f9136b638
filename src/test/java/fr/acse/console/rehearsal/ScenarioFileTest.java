package fr.acse.console.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.notice.Event;
import fr.acse.words.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

    @Test
    void ourOwnScenariosCanBeRead() {
        assertThat(Rehearsals.shipped())
                .hasSizeGreaterThan(10)
                .allSatisfy((name, text) ->
                        assertThat(ScenarioFile.read(name, text).steps()).isNotEmpty());
    }

    @Test
    void theGuideListsEveryEventThatSomebodyMayBeToldOf() throws IOException {
        String guide = Files.readString(Path.of("docs", "models.md"));

        assertThat(Event.values()).allSatisfy(event -> assertThat(guide).contains("`" + event.name() + "`"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                             | title",
                "title: A                                       | steps",
                "title: A\\nsteps: []                           | at least one step",
                "title: A\\nsteps:\\n- operator goes: referral  | step 1: operator goes is not known",
                "title: A\\nsteps:\\n- wait: a day              | step 1: a day is not a time",
                "title: A\\nsteps:\\n- wait: PT1H\\n- expect: {opened: x} | step 2: nobody can expect opened",
                "title: A\\nsteps:\\n- operator starts:         | step 1: \"operator starts\" is missing",
                "title: A\\nsteps:\\n- operator starts: referral\\n  whith: {} | whith is not known",
                "title: [                                       | line 1",
                "title: !!java.io.File [x]                      | cannot be read",
                "title: A\\nsteps:\\n- operator starts: referral\\n- expect: {closed: true} | step 2: closed is yes or no",
                "title: A\\nsteps:\\n- wait: -P1D            | not a time from 0",
                "title: A\\nsteps:\\n- wait: P99999D         | not a time from 0",
                "title: A\\nsteps:\\n- expect: {open: [[a]]} | step 1: \"open\"",
                "title: A\\nx: &a [b, b]\\nsteps: [*a, *a]      | line",
                "title: A\\nsteps: [[[[[[[[[[[[]]]]]]]]]]]] | cannot be read",
                "title: \"A\\0B\"\\nsteps:\\n- operator starts: referral | NUL character"
            })
    void aScenarioThatCannotBeReadIsToldWithItsFileAndWhatItMustLookLike(String text, String words) {
        assertThatThrownBy(() -> ScenarioFile.read("mine.yaml", text.replace("\\n", "\n")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining(words);
    }
}
