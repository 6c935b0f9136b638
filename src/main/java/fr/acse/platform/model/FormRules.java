package fr.acse.platform.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.PatternSyntaxException;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * What a form may hold when somebody deploys it: only the listed components and properties of the form editor.
 * Nothing in a form runs or loads anything, and no link carries a value out of the application.
 */
final class FormRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_A_FORM = Set.of(
            "id",
            "type",
            "schemaVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "components",
            "versionTag");
    private static final Set<String> OF_ANY = Set.of("type", "id", "label", "layout", "conditional");
    private static final Set<String> OF_INPUTS = Set.of(
            "key", "description", "validate", "readonly", "disabled", "properties", "appearance", "defaultValue");
    private static final Set<String> OF_CHOICES = Set.of("values", "valuesKey", "searchable");
    private static final Map<String, Set<String>> COMPONENTS = Map.ofEntries(
            Map.entry("text", Set.of("text")),
            Map.entry("textfield", OF_INPUTS),
            Map.entry("textarea", OF_INPUTS),
            Map.entry("number", and(OF_INPUTS, Set.of("decimalDigits", "increment", "serializeToString"))),
            Map.entry("checkbox", OF_INPUTS),
            Map.entry("radio", and(OF_INPUTS, OF_CHOICES)),
            Map.entry("select", and(OF_INPUTS, OF_CHOICES)),
            Map.entry("taglist", and(OF_INPUTS, OF_CHOICES)),
            Map.entry("checklist", and(OF_INPUTS, OF_CHOICES)),
            Map.entry(
                    "datetime",
                    and(
                            OF_INPUTS,
                            Set.of(
                                    "subtype",
                                    "dateLabel",
                                    "timeLabel",
                                    "timeSerializingFormat",
                                    "timeInterval",
                                    "disallowPassedDates",
                                    "use24h"))),
            Map.entry("table", Set.of("dataSource", "rowCount", "columns")),
            Map.entry("separator", Set.of()),
            Map.entry("spacer", Set.of("height")));

    private static final Set<String> VALIDATE = Set.of("required", "minLength", "maxLength", "pattern", "min", "max");
    private static final Pattern KEY = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,79}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Pattern VALUE = Pattern.compile("\\{\\{|}}");
    private static final Pattern SIMPLE_VALUE = Pattern.compile("\\{\\{\\s*[a-zA-Z][a-zA-Z0-9_]*\\s*}}");
    private static final Pattern LINK = Pattern.compile("]\\s*[(\\[:]|<|!\\[|://|www\\.", Pattern.CASE_INSENSITIVE);
    /** A download of our own, by the case reference, which is no secret. */
    private static final Pattern OWN_LINK =
            Pattern.compile("\\[[^\\[\\]{}<]*]\\(/camunda/api/acse/[a-z-]+/\\{\\{caseReference}}\\)");

    private static final int LONGEST_CODE = 60;

    /** @throws Refusal with everything that is wrong with a form */
    static void check(String file, byte[] content) {
        List<String> wrong = new ArrayList<>();
        JsonNode form = parse(file, content);
        form.fieldNames().forEachRemaining(name -> {
            if (!OF_A_FORM.contains(name)) {
                wrong.add(Words.of("form.property", "form", name));
            }
        });
        Set<String> names = new HashSet<>();
        form.path("components").forEach(component -> {
            check(component, wrong);
            for (String name : List.of("id", "key")) {
                if (component.has(name)
                        && !names.add(name + " " + component.path(name).asText())) {
                    wrong.add(Words.of("form.twice", component.path(name).asText()));
                }
            }
        });
        if (!wrong.isEmpty()) {
            throw new Refusal("form", file, String.join(" ", wrong));
        }
    }

    /** Id of a form, by which tasks refer to it. */
    static String id(String file, byte[] content) {
        return parse(file, content).path("id").asText();
    }

    static DeployedForms together(List<ResourceEntity> files) {
        Set<String> ids = new HashSet<>();
        Set<String> withServerLists = new HashSet<>();
        for (ResourceEntity file : files) {
            JsonNode form = parse(file.getName(), file.getBytes());
            ids.add(form.path("id").asText());
            form.path("components").forEach(component -> {
                if (component.hasNonNull("valuesKey") || component.hasNonNull("dataSource")) {
                    withServerLists.add(form.path("id").asText());
                }
            });
        }
        return new DeployedForms(ids, withServerLists);
    }

    private static JsonNode parse(String file, byte[] content) {
        try {
            JsonNode form = JSON.readTree(content);
            if (form == null || !form.isObject() || !form.path("components").isArray()) {
                throw new Refusal("formJson", file);
            }
            return form;
        } catch (IOException noJson) {
            throw new Refusal("formJson", file);
        }
    }

    private static void check(JsonNode component, List<String> wrong) {
        String type = component.path("type").asText();
        String name = component.path("key").asText(component.path("id").asText(type));
        Set<String> allowed = COMPONENTS.get(type);
        if (allowed == null) {
            wrong.add(Words.of("form.type", name, type));
            return;
        }
        component.fieldNames().forEachRemaining(property -> {
            if (!allowed.contains(property) && !OF_ANY.contains(property)) {
                wrong.add(Words.of("form.property", name, property));
            }
        });
        component.path("validate").fieldNames().forEachRemaining(rule -> {
            if (!VALIDATE.contains(rule)) {
                wrong.add(Words.of("form.property", name, rule));
            }
        });
        if (component.has("key")) {
            checkInput(component, type, name, wrong);
        }
        checkTexts(component, name, wrong);
    }

    private static void checkInput(JsonNode component, String type, String name, List<String> wrong) {
        if (!KEY.matcher(name).matches()) {
            wrong.add(Words.of("form.key", name));
        }
        if (component.path("validate").has("pattern")) {
            try {
                com.google.re2j.Pattern.compile(
                        component.path("validate").path("pattern").asText());
            } catch (PatternSyntaxException e) {
                wrong.add(Words.of("form.pattern", name));
            }
        }
        boolean text = type.equals("textfield") || type.equals("textarea");
        boolean plain =
                !name.startsWith("sealed_") && !component.path("readonly").asBoolean();
        if (text && plain && !isCode(component.path("validate"))) {
            wrong.add(Words.of("form.code", name));
        }
        component.path("values").forEach(option -> {
            if (!CODE.matcher(option.path("value").asText()).matches()) {
                wrong.add(Words.of("form.option", name, option.path("value").asText()));
            }
        });
    }

    /** A code has a pattern without spaces, and is short; what is longer is free text and is sealed. */
    private static boolean isCode(JsonNode validate) {
        String pattern = validate.path("pattern").asText();
        return pattern.startsWith("^")
                && pattern.endsWith("$")
                && !pattern.contains(".*")
                && !pattern.contains(".+")
                && !pattern.contains("\\s")
                && !pattern.contains("\\W")
                && !pattern.contains("[^")
                && !pattern.contains(" ")
                && validate.path("maxLength").asInt(Integer.MAX_VALUE) <= LONGEST_CODE;
    }

    /** A text may show values, but no link may carry them away. */
    private static void checkTexts(JsonNode node, String name, List<String> wrong) {
        if (node.isTextual()) {
            String text = OWN_LINK.matcher(node.asText()).replaceAll("");
            boolean carriesValue = VALUE.matcher(text).find();
            boolean computed = text.stripLeading().startsWith("=");
            boolean simple =
                    !VALUE.matcher(SIMPLE_VALUE.matcher(text).replaceAll("")).find();
            if (computed || carriesValue && (!simple || LINK.matcher(text).find())) {
                wrong.add(Words.of("form.link", name));
            } else if (text.contains("<") || text.contains("![")) {
                wrong.add(Words.of("form.markup", name));
            }
        } else {
            node.properties().forEach(field -> {
                if (!isExpression(field.getKey())) {
                    checkTexts(field.getValue(), name, wrong);
                }
            });
            if (node.isArray()) {
                node.forEach(each -> checkTexts(each, name, wrong));
            }
        }
    }

    /** FEEL compares with signs that would be markup elsewhere. Such an expression only hides a field. */
    private static boolean isExpression(String property) {
        return property.equals("conditional") || property.equals("dataSource") || property.equals("pattern");
    }

    private static Set<String> and(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
