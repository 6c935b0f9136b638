package fr.acse.platform.sets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fr.acse.platform.gate.ModelFile;
import fr.acse.words.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits for the size and the nesting depth of files and sets. The application checks these limits before the gate parses the files.
 *
 * @param model largest size of a model or a decision
 * @param deepest greatest depth of nested elements in a model, or of nested objects and lists in a form
 */
@ConfigurationProperties("acse.limits")
public record ModelLimits(
        DataSize form, DataSize model, DataSize picture, DataSize set, DataSize story, int files, int deepest) {

    private static final JsonFactory JSON = new JsonFactory();
    /** Fields of a form whose values the engine also stores outside the form. */
    private static final Set<String> NAMES = Set.of("id", "key", "value");

    private static final int SHOWN = 40;
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");

    /** @throws Refusal if one file or all files together exceed a limit */
    public void check(Map<String, byte[]> sent) {
        Refusal.unless(sent.size() <= files, "modelsTooMany", files);
        long all = sent.values().stream().mapToLong(content -> content.length).sum();
        Refusal.unless(all <= set.toBytes(), "modelsTooLarge", set.toMegabytes());
        sent.forEach(this::check);
    }

    private void check(String name, byte[] content) {
        DataSize largest = largest(name);
        Refusal.unless(content.length <= largest.toBytes(), "modelTooLarge", name, largest.toKilobytes());
        if (name.endsWith(".png")) {
            Refusal.unless(
                    content.length > PNG.length && Arrays.mismatch(content, PNG) == PNG.length, "noPicture", name);
        }
        Refusal.unless(depth(name, content) <= deepest, "modelTooDeep", name, deepest);
        if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
            ModelFile.tooLong(content).ifPresent(value -> refuse(name, value));
        }
    }

    private static void refuse(String name, String tooLong) {
        throw new Refusal("modelLongName", name, tooLong.substring(0, SHOWN));
    }

    private DataSize largest(String name) {
        if (name.endsWith(".form")) {
            return form;
        }
        if (isStory(name)) {
            return story;
        }
        return isPicture(name) ? picture : model;
    }

    /** Returns 0 for a story or a PNG picture. The parser of stories checks the depth of a story itself. */
    private static int depth(String name, byte[] content) {
        if (name.endsWith(".form")) {
            return depthOfForm(name, content);
        }
        return isStory(name) || name.endsWith(".png") ? 0 : ModelFile.depth(content);
    }

    private static boolean isStory(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isPicture(String name) {
        return name.endsWith(".png") || name.endsWith(".svg");
    }

    private static boolean isText(String text) {
        return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Returns the depth up to the first syntax error. The gate reports the syntax error. */
    private static int depthOfForm(String name, byte[] content) {
        int depth = 0;
        int deepest = 0;
        try (JsonParser json = JSON.createParser(content)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                deepest = Math.max(deepest, depth);
                if (token.isScalarValue()) {
                    Refusal.unless(isText(json.getText()), "modelSigns", name);
                    if (NAMES.contains(json.currentName()) && json.getText().length() > ModelFile.LONGEST_NAME) {
                        refuse(name, json.getText());
                    }
                }
            }
            return deepest;
        } catch (IOException unreadable) {
            return deepest;
        }
    }
}
