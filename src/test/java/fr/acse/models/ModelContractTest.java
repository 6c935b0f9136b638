package fr.acse.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.notice.Reminder;
import fr.acse.platform.form.CommonChoices;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ModelProperty;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProcessTest
class ModelContractTest {

    private static final Pattern BEAN = Pattern.compile("(?:delegateExpression|camunda:class)=\"([^\"]*)\"");
    private static final Map<String, Class<?>> TYPES = Map.of("number", Integer.class, "checkbox", Boolean.class);

    @Autowired
    ApplicationContext application;

    @Autowired
    List<HasContract> contracts;

    @Test
    void theFileIsNamedLikeTheProcessAndKeepsItsHistoryForAStatedTime() {
        for (Model model : Model.all()) {
            Process process = model.elements(Process.class).iterator().next();
            assertThat(process.getId()).isEqualTo(model.id());
            assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        }
    }

    @Test
    void everyDelegateIsABeanAndModelsNameNothingElse() throws IOException {
        for (Model model : Model.all()) {
            String xml = Files.readString(Path.of("processes", model.id() + ".bpmn"));
            Matcher beans = BEAN.matcher(xml);
            while (beans.find()) {
                assertThat(beans.group(1)).matches("#\\{[a-z][A-Za-z]*(Delegate|Listener)}");
                assertThat(application.containsBean(beans.group(1).replaceAll("[#{}]", "")))
                        .as(beans.group(1))
                        .isTrue();
            }
            assertThat(model.elements(ScriptTask.class)).isEmpty();
            assertThat(xml).doesNotContain("camunda:class", "camunda:expression=", "<camunda:script");
        }
    }

    @Test
    void everyTaskTimerAndGatewaySaysItsRule() {
        for (Model model : Model.all()) {
            documented(model, model.elements(Activity.class));
            documented(model, model.elements(Gateway.class));
            documented(
                    model,
                    model.elements(TimerEventDefinition.class).stream()
                            .map(timer -> (FlowElement) timer.getParentElement())
                            .toList());
        }
    }

    @Test
    void idsSayTheirKindAndMessagesTheirFact() {
        for (Model model : Model.all()) {
            model.elements(Activity.class)
                    .forEach(each -> assertThat(each.getId()).matches("(task|call|sub)_[a-z][A-Za-z]+"));
            model.elements(Gateway.class)
                    .forEach(each -> assertThat(each.getId()).matches("gateway_[a-z][A-Za-z]+"));
            model.elements(EndEvent.class)
                    .forEach(each -> assertThat(each.getId()).matches("end_[a-z][A-Za-z]+"));
            model.elements(Message.class)
                    .forEach(each -> assertThat(each.getName()).matches("acse\\.[a-z][A-Za-z]+"));
        }
    }

    @Test
    void messagesErrorsAndOutcomesAreThoseOfTheContract() {
        Map<String, ProcessContract> byId = contracts.stream()
                .map(HasContract::contract)
                .collect(Collectors.toMap(ProcessContract::processId, Function.identity()));
        for (Model model : Model.all()) {
            ProcessContract contract = byId.get(model.id());
            assertThat(model.elements(Message.class).stream().map(Message::getName))
                    .as(model.id())
                    .containsExactlyInAnyOrderElementsOf(contract.messages());
            assertThat(model.elements(Error.class).stream().map(Error::getErrorCode))
                    .as(model.id())
                    .containsExactlyInAnyOrderElementsOf(contract.errors());
            assertThat(model.elements(CamundaProperty.class).stream()
                            .filter(property -> property.getCamundaName().equals("outcome"))
                            .map(CamundaProperty::getCamundaValue)
                            .collect(Collectors.toSet()))
                    .as(model.id())
                    .isEqualTo(contract.outcomes());
        }
    }

    @Test
    void everyReminderIsSentByAModelThatHoldsItsMoment() {
        Map<String, ProcessContract> byId = contracts.stream()
                .map(HasContract::contract)
                .collect(Collectors.toMap(ProcessContract::processId, Function.identity()));
        Set<Reminder> sent = EnumSet.noneOf(Reminder.class);
        for (Model model : Model.all()) {
            model.elements(CamundaProperty.class).stream()
                    .filter(property -> property.getCamundaName().equals(ModelProperty.NOTICE))
                    .map(property -> Reminder.valueOf(property.getCamundaValue()))
                    .forEach(reminder -> {
                        sent.add(reminder);
                        assertThat(byId.get(model.id()).variables())
                                .as(model.id())
                                .extracting(Variable::name)
                                .contains(reminder.about() == null ? CaseReference.VARIABLE : reminder.about());
                    });
        }
        assertThat(sent).containsExactly(Reminder.values());
    }

    @Test
    void everyFormIsUsedByAModelAndEveryModelFindsItsForms() {
        Set<String> used = Model.all().stream()
                .flatMap(model -> forms(model).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> files = Stream.of(new File("forms").list())
                .map(name -> name.replace(".form", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(files).isEqualTo(used).hasSizeGreaterThan(40);
    }

    @Test
    void everyFieldThatIsNotSealedIsADeclaredVariableOfItsType() throws IOException {
        Map<String, ProcessContract> byId = contracts.stream()
                .map(HasContract::contract)
                .collect(Collectors.toMap(ProcessContract::processId, Function.identity()));
        for (Model model : Model.all()) {
            Map<String, Class<?>> declared =
                    byId.get(model.id()).variables().stream().collect(Collectors.toMap(Variable::name, Variable::type));
            for (String form : forms(model)) {
                for (JsonNode field : inputs(form)) {
                    String key = field.path("key").asText();
                    if (!key.startsWith("sealed_")) {
                        assertThat(declared).as(form).containsKey(key);
                        assertThat(declared.get(key)).as(form + " " + key).isEqualTo(type(field));
                    }
                }
            }
        }
    }

    /** Tasklist loads no lists for a start form, so that one carries a copy. */
    @Test
    void aListThatSeveralFormsOfferIsTheServersAlsoInAStartForm() throws IOException {
        Map<String, String> copies = Map.of("departmentCode", "departments", "languages", "languages");
        int compared = 0;
        for (JsonNode field : inputs("register-shelter")) {
            String list = copies.get(field.path("key").asText());
            if (list != null) {
                List<CommonChoices.Choice> copy = new ArrayList<>();
                field.path("values")
                        .forEach(each -> copy.add(new CommonChoices.Choice(
                                each.path("label").asText(), each.path("value").asText())));
                assertThat(copy).isEqualTo(new CommonChoices().of(list).orElseThrow());
                compared++;
            }
        }
        assertThat(compared).isEqualTo(copies.size());
    }

    @Test
    void everyFormSaysWhatIsRequiredAndHowMuchATextMayHold() throws IOException {
        for (String form : Stream.of(new File("forms").list())
                .map(name -> name.replace(".form", ""))
                .toList()) {
            List<JsonNode> writable = inputs(form).stream()
                    .filter(field -> !field.path("readonly").asBoolean())
                    .toList();
            assertThat(writable).as(form).isNotEmpty();
            assertThat(writable)
                    .as(form)
                    .anyMatch(field -> field.path("validate").path("required").asBoolean());
            assertThat(writable).as(form).allSatisfy(field -> {
                if (field.path("type").asText().startsWith("text")) {
                    assertThat(field.path("validate").path("maxLength").asInt()).isPositive();
                    assertThat(field.path("key").asText())
                            .matches("sealed_.*|caseReference|.*Code|otherReference|escort[A-Z]\\w+");
                }
                if (field.path("type").asText().equals("number")) {
                    assertThat(field.path("validate").has("min")).isTrue();
                    assertThat(field.path("validate").has("max")).isTrue();
                }
            });
        }
    }

    private static Class<?> type(JsonNode field) {
        if (field.path("decimalDigits").asInt() > 0) {
            return Double.class;
        }
        if ("datetime".equals(field.path("subtype").asText())) {
            return Date.class;
        }
        return TYPES.getOrDefault(field.path("type").asText(), String.class);
    }

    private static List<JsonNode> inputs(String form) throws IOException {
        List<JsonNode> inputs = new ArrayList<>();
        new ObjectMapper()
                .readTree(new File("forms/" + form + ".form"))
                .path("components")
                .forEach(component -> {
                    if (component.has("key")) {
                        inputs.add(component);
                    }
                });
        return inputs;
    }

    private static List<String> forms(Model model) {
        return Stream.concat(
                        model.elements(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        model.elements(StartEvent.class).stream().map(StartEvent::getCamundaFormRef))
                .filter(form -> form != null)
                .toList();
    }

    private static void documented(Model model, Collection<? extends BaseElement> elements) {
        for (BaseElement element : elements) {
            assertThat(element.getDocumentations())
                    .as(model.id() + " " + element.getId())
                    .isNotEmpty();
        }
    }
}
