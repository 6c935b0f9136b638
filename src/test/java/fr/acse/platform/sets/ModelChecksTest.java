package fr.acse.platform.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.ProcessTest;
import fr.acse.platform.gate.Finding;
import fr.acse.platform.gate.Gate;
import fr.acse.platform.start.OwnJava;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody sends is looked at in a Java of its own, which may fail without harm. */
@ProcessTest
class ModelChecksTest {

    @Autowired
    OwnJava java;

    @Autowired
    ModelLimits limits;

    @TempDir
    static Path folder;

    /** One Java for all sets that need not end it. */
    private static ModelChecks warm;

    @BeforeEach
    void start() {
        if (warm == null) {
            warm = new ModelChecks(java, folder, "192m", Duration.ofMinutes(2));
        }
    }

    @AfterAll
    static void stop() {
        if (warm != null) {
            warm.stop();
            warm = null;
        }
    }

    @Test
    void theModelsOfTheReleasePassAndOneJavaStaysWarm() {
        assertThat(warm.findings(Gate.filesOfRelease())).isEmpty();
        assertThat(warm.remembered(Gate.filesOfRelease())).isPresent();
        Map<String, byte[]> other = with("oddity.txt", "x");
        assertThat(warm.findings(other)).extracting(Finding::rule).containsExactly("kind");
    }

    @Test
    void aSetThatTakesTooLongIsRefusedWithWords() {
        assertThat(Gate.inWords(found(Duration.ofMillis(1), "192m")))
                .contains("takes more than 0 seconds or 192m of memory");
    }

    @Test
    void aSetThatTakesTooMuchMemoryEndsItsOwnJavaOnly() {
        List<Finding> found = found(Duration.ofMinutes(2), "18m");

        assertThat(found).extracting(Finding::rule).containsExactly("tooMuch");
        assertThat(found.get(0).file()).as("the file that was looked at last").isNotEmpty();
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefusedBeforeItIsLookedAt() {
        String deep = "<a>".repeat(60) + "</a>".repeat(60);
        assertThatThrownBy(() -> limits.check(Map.of("deep.bpmn", bytes(deep))))
                .hasMessageContaining("more than 50 things");
        String form = "{\"components\":" + "[".repeat(60) + "]".repeat(60) + "}";
        assertThatThrownBy(() -> limits.check(Map.of("deep.form", bytes(form))))
                .hasMessageContaining("more than 50 things");
        assertThatThrownBy(() -> limits.check(Map.of("large.form", new byte[257 * 1024])))
                .hasMessageContaining("larger than 256 KB");
        assertThatThrownBy(() -> limits.check(Map.of("large.bpmn", new byte[1025 * 1024])))
                .hasMessageContaining("larger than 1,024 KB");
        assertThatThrownBy(() -> limits.check(Map.of("large.png", new byte[600 * 1024])))
                .hasMessageContaining("larger than 512 KB");
        assertThatThrownBy(() -> limits.check(Map.of("small.png", bytes("no picture"))))
                .hasMessageContaining("no PNG");
        assertThatThrownBy(() -> limits.check(Map.of("long.yaml", new byte[65 * 1024])))
                .hasMessageContaining("larger than 64 KB");
        for (String sign : new String[] {"\\u0000", "\\ud800"}) {
            assertThatThrownBy(() -> limits.check(Map.of("sign.form", bytes("{\"a\":\"" + sign + "\"}"))))
                    .hasMessageContaining("no text may hold");
        }
        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i < 11; i++) {
            many.put(i + ".bpmn", new byte[1000 * 1024]);
        }
        assertThatThrownBy(() -> limits.check(many)).hasMessageContaining("larger than 10 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..100000 return i) > 0",
                "some i in 1..100000 satisfies i > 99999",
                "/* \" */ count(for i in 1..100000 return i) > 0 /* \" */",
                "floor(number(\"1E500000000\")) > 0",
                "10 ** 400000000 > 1",
                "{f: function(x) f(x)}.f(1)",
                "matches(dangerDepartment, \"(a+)+$\")"
            })
    void aDecisionThatCountsIsRefusedBeforeItIsTried(String expression) throws Exception {
        String table = Files.readString(Path.of("processes/shelter-criteria.dmn"));
        int entry = table.indexOf("<text>", table.indexOf("<inputEntry"));
        String changed = table.substring(0, entry) + "<text>" + expression.replace("<", "&lt;")
                + table.substring(table.indexOf("</text>", entry));

        assertThat(warm.findings(with("shelter-criteria.dmn", changed)))
                .extracting(Finding::rule)
                .contains("decisionLong");
    }

    private List<Finding> found(Duration longest, String memory) {
        ModelChecks checks = new ModelChecks(java, folder, memory, longest);
        try {
            return checks.findings(Gate.filesOfRelease());
        } finally {
            checks.stop();
        }
    }

    private static Map<String, byte[]> with(String name, String content) {
        Map<String, byte[]> files = new TreeMap<>(Gate.filesOfRelease());
        files.put(name, bytes(content));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
