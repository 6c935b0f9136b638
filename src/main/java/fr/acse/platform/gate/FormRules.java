package fr.acse.platform.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import fr.acse.platform.model.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A form may contain only the listed components and properties of the form editor. A form must not run or load anything, and no link in a
 * form may carry a secret value out of the application.
 */
final class FormRules implements Rule {

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
            Map.entry(
                    "dynamiclist",
                    Set.of(
                            "path",
                            "components",
                            "isRepeating",
                            "allowAddRemove",
                            "defaultRepetitions",
                            "disableCollapse",
                            "showOutline",
                            "verticalAlignment")),
            Map.entry("separator", Set.of()),
            Map.entry("spacer", Set.of("height")));

    private static final Set<String> VALIDATE = Set.of("required", "minLength", "maxLength", "pattern", "min", "max");
    private static final Pattern KEY = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,79}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Pattern VALUE = Pattern.compile("\\{\\{|}}");
    private static final Pattern SIMPLE_VALUE = Pattern.compile("\\{\\{\\s*[a-zA-Z][a-zA-Z0-9_]*\\s*}}");
    private static final Pattern LINK = Pattern.compile("]\\s*[(\\[:]|<|!\\[|://|www\\.", Pattern.CASE_INSENSITIVE);
    /** A link to a page or a download of this application, with only the case reference, which is not secret. */
    private static final Pattern OWN_LINK = Pattern.compile(
            "\\[[^\\[\\]{}<]*]\\(/camunda/(api/acse/[a-z-]+/|app/acse/[a-z]+\\.html#)\\{\\{caseReference}}\\)");

    private static final int LONGEST_CODE = 60;
    /** Types of component that a row of a list may contain. */
    private static final Set<String> OF_ROWS = Set.of("textfield", "textarea", "number", "select", "radio", "datetime");

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final Set<String> CHOICES = Set.of("radio", "select", "taglist", "checklist");

    private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern COMPARED = Pattern.compile("([A-Za-z_]\\w*)\\s*!?=\\s*\"([^\"]*)\"");
    private static final Set<String> WORDS_OF_FEEL = Set.of(
            "true",
            "false",
            "null",
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "in",
            "some",
            "every",
            "satisfies",
            "between");

    private final Map<String, String> codes = new HashMap<>();

    private final Cache<List<Object>, List<Finding>> proven;

    /**
     * @param release models of the release; their text fields define the codes that a user may enter unsealed
     * @param proven cache of earlier findings; each key contains everything that the findings depend on, except the release
     */
    FormRules(ModelSet release, Cache<List<Object>, List<Finding>> proven) {
        this.proven = proven;
        release.forms().stream()
                .flatMap(FormFile::questions)
                .filter(field -> TEXTS.contains(field.type()))
                .forEach(field -> codes.put(field.key(), field.pattern()));
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.forms().stream()
                .flatMap(form ->
                        proven
                                .get(List.of(getClass(), form.name(), set.digest(form.name())), any -> check(form))
                                .stream());
    }

    private List<Finding> check(FormFile form) {
        List<Finding> wrong = new ArrayList<>();
        if (form.id().isEmpty()) {
            wrong.add(Finding.ofFile("formId", form.name()));
        }
        form.json().fieldNames().forEachRemaining(name -> {
            if (!OF_A_FORM.contains(name)) {
                wrong.add(Finding.ofFile("formProperty", form.name(), name));
            }
        });
        Set<String> names = new HashSet<>();
        Set<JsonNode> inRows = Collections.newSetFromMap(new IdentityHashMap<>());
        form.components().stream()
                .filter(each -> new FormFile.Field(each).isRows())
                .forEach(list -> list.path("components").forEach(inRows::add));
        form.components().forEach(component -> {
            new Component(form, component, inRows.contains(component), codes, wrong).check();
            for (String name : List.of("id", "key")) {
                if (component.has(name)
                        && !names.add(name + " " + component.path(name).asText())) {
                    wrong.add(Finding.of(
                            "formTwice",
                            form,
                            component.path(name).asText(),
                            component.path("label").asText("")));
                }
            }
        });
        return wrong;
    }

    /** One component of a form, with the list that collects its findings. */
    private record Component(
            FormFile form, JsonNode json, boolean inRows, Map<String, String> codes, List<Finding> wrong) {

        void check() {
            Set<String> allowed = COMPONENTS.get(type());
            if (allowed == null) {
                tell("formType", type());
                return;
            }
            json.fieldNames().forEachRemaining(property -> {
                if (!allowed.contains(property) && !OF_ANY.contains(property)) {
                    tell("formProperty", property);
                }
            });
            json.path("validate").fieldNames().forEachRemaining(rule -> {
                if (!VALIDATE.contains(rule)) {
                    tell("formProperty", rule);
                }
            });
            if (json.has("key")) {
                checkInput();
            }
            checkRows();
            checkHide();
            checkTexts(json);
        }

        /** A list of rows must be sealed. Rows must not be collapsible, because a form sends only the rows that are not collapsed. */
        private void checkRows() {
            FormFile.Field field = new FormFile.Field(json);
            if (field.isRows()) {
                if (!field.isSealed() || !KEY.matcher(field.key()).matches()) {
                    tell("rowsSealed");
                }
                if (!json.path("disableCollapse").asBoolean()) {
                    tell("rowsCollapse");
                }
            }
            if (inRows
                    && (!OF_ROWS.contains(type())
                            || json.has("conditional")
                            || field.isFromServer()
                            || field.isSealed())) {
                tell("rowsField");
            }
        }

        private void checkInput() {
            FormFile.Field field = new FormFile.Field(json);
            if (!KEY.matcher(field.key()).matches()) {
                tell("formKey");
            }
            checkPattern(field);
            if (json.has("values") && !json.path("values").isNull()) {
                Set<String> values = new HashSet<>();
                json.path("values").forEach(option -> {
                    String value = option.path("value").asText();
                    if (!CODE.matcher(value).matches()) {
                        tell("formOption", value);
                    } else if (!values.add(value)) {
                        tell("formOptionTwice", value);
                    }
                });
            }
            if (CHOICES.contains(type()) && field.options().isEmpty() && !field.isFromServer()) {
                tell("formNoOption");
            }
        }

        private void checkPattern(FormFile.Field field) {
            if (!FormPattern.isQuick(field.pattern())) {
                tell("formPattern");
            }
            boolean text = TEXTS.contains(type());
            if (text && !inRows && !field.isSealed() && !field.isReadonly() && !isCode(field)) {
                tell("freeText", String.join(", ", new TreeSet<>(codes.keySet())));
            }
        }

        /** Whether a text field holds a code of the software: a reference, a shelter code or a login. Only such codes may be unsealed. */
        private boolean isCode(FormFile.Field field) {
            return field.pattern().equals(codes.get(field.key()))
                    && json.path("validate").path("maxLength").asInt(Integer.MAX_VALUE) <= LONGEST_CODE;
        }

        /**
         * A hide condition names only fields of its form and their options. A condition on unknown values hides a field always or never.
         */
        private void checkHide() {
            String hide = json.path("conditional").path("hide").asText();
            if (hide.isEmpty()) {
                return;
            }
            Map<String, FormFile.Field> fields = new HashMap<>();
            form.fields().forEach(field -> fields.putIfAbsent(field.key(), field));
            Names.in(QUOTED.matcher(hide).replaceAll("0")).stream()
                    .filter(Names::isVariable)
                    .map(Names::text)
                    .filter(word -> !WORDS_OF_FEEL.contains(word) && !fields.containsKey(word))
                    .distinct()
                    .forEach(word -> tell("formHide", hide, word));
            for (Matcher compared = COMPARED.matcher(hide); compared.find(); ) {
                FormFile.Field asked = fields.get(compared.group(1));
                if (asked != null
                        && !asked.options().isEmpty()
                        && !asked.options().contains(compared.group(2))) {
                    tell("formHideValue", hide, compared.group(1), compared.group(2));
                }
            }
        }

        /** A text may show values of variables. A link may contain only the case reference, and must lead to this application. */
        private void checkTexts(JsonNode node) {
            if (node.isTextual()) {
                String text = OWN_LINK.matcher(node.asText()).replaceAll("");
                boolean carriesValue = VALUE.matcher(text).find();
                boolean computed = text.stripLeading().startsWith("=");
                boolean simple = !VALUE.matcher(SIMPLE_VALUE.matcher(text).replaceAll(""))
                        .find();
                if (computed || carriesValue && (!simple || LINK.matcher(text).find())) {
                    tell("formLink");
                } else if (text.contains("<") || text.contains("![")) {
                    tell("formMarkup");
                }
            } else {
                node.properties().forEach(field -> {
                    if (!isExpression(field.getKey()) && !field.getKey().equals("components")) {
                        checkTexts(field.getValue());
                    }
                });
                if (node.isArray()) {
                    node.forEach(this::checkTexts);
                }
            }
        }

        private String type() {
            return json.path("type").asText();
        }

        private void tell(String rule, Object... details) {
            wrong.add(Finding.of(
                    rule,
                    form,
                    json.path("key").asText(json.path("id").asText(type())),
                    new FormFile.Field(json).label(),
                    details));
        }
    }

    /** Whether a property holds an expression or a pattern, which may contain signs that are forbidden as markup in a text. */
    private static boolean isExpression(String property) {
        return property.equals("conditional") || property.equals("dataSource") || property.equals("pattern");
    }

    private static Set<String> and(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
