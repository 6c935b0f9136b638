package fr.acse.platform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an analyst deploys acts for nobody, sends nothing away and keeps no words in clear. */
@ProcessTest
class ModelRulesTest {

    private static final String FORM =
            "{\"id\":\"tried\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[%s]}";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Network network;

    private final String key = "tried" + System.nanoTime();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"html\",\"id\":\"a\",\"content\":\"<b>x</b>\"} | cannot have a component of the type \"html\"",
                "{\"type\":\"iframe\",\"id\":\"a\",\"url\":\"https://x.example\"} | cannot have a component of the type \"iframe\"",
                "{\"type\":\"image\",\"id\":\"a\",\"source\":\"https://x.example/{{sealed_lastName}}\"} | cannot have a component of the type \"image\"",
                "{\"type\":\"expression\",\"id\":\"a\",\"key\":\"b\",\"expression\":\"=1\"} | cannot have a component of the type \"expression\"",
                "{\"type\":\"filepicker\",\"id\":\"a\",\"key\":\"b\"} | cannot have a component of the type \"filepicker\"",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"[x](https://x.example/?n={{sealed_lastName}})\"} | cannot have a link",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"{{sealed_lastName}} [x][1]\\n\\n[1]: //x.example\"} | cannot have a link",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"https://x.example/{{sealed_lastName}}\"} | cannot have a link",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"{{#if a}}x{{/if}}\"} | the braces can hold only a name",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"![x](https://x.example/a.png)\"} | cannot have HTML or pictures",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"<img src=x>\"} | cannot have HTML or pictures",
                "{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"note\",\"label\":\"Note\"} | free text must be sealed",
                "{\"type\":\"textarea\",\"id\":\"a\",\"key\":\"note\",\"validate\":{\"pattern\":\"^.*$\",\"maxLength\":20}} | free text must be sealed",
                "{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"note\",\"validate\":{\"pattern\":\"^[a-z]+$\"}} | maxLength of at most 60",
                "{\"type\":\"radio\",\"id\":\"a\",\"key\":\"b\",\"values\":[{\"label\":\"x\",\"value\":\"Maria hides in Lyon\"}]} | is not a code",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"=\\\"[x](https://x.example/?\\\" + sealed_lastName\"} | a text cannot begin with",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"x\"},{\"type\":\"text\",\"id\":\"a\",\"text\":\"y\"} | is used twice",
                "{\"type\":\"textarea\",\"id\":\"a\",\"key\":\"sealed_x\",\"validate\":{\"pattern\":\"^[\"}} | could take very long",
                "{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"a.b\",\"readonly\":true} | a key begins with a letter",
                "{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"sealed_x\",\"onclick\":\"x\"} | the property \"onclick\""
            })
    void aFormHoldsListedThingsOnly(String component, String words) {
        assertThatThrownBy(() -> deploy(process(task()), FORM.formatted(component)))
                .hasMessageContaining(words.strip())
                .hasMessageContaining("Nothing was deployed");
    }

    @Test
    void aFormWithTheListedThingsIsTaken() {
        deploy(
                process(task()),
                FORM.formatted("{\"type\":\"text\",\"id\":\"a\",\"text\":\"Case **{{caseReference}}**"
                        + " [file](/camunda/api/acse/payment-runs/{{caseReference}})\"},"
                        + "{\"type\":\"textarea\",\"id\":\"b\",\"key\":\"sealed_note\",\"label\":\"Note\","
                        + "\"validate\":{\"maxLength\":200}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Delegates of other processes.
                "<serviceTask id='x' camunda:delegateExpression='#{recordAllowanceApprovalDelegate}'/>",
                "<serviceTask id='x' camunda:delegateExpression='#{recordReleaseDelegate}'/>",
                "<serviceTask id='x' camunda:delegateExpression='#{confirmEscortDelegate}'/>",
                "<manualTask id='x'><extensionElements><camunda:executionListener event='start'"
                        + " delegateExpression='#{closeCaseListener}'/></extensionElements></manualTask>",
                // A case that a model makes up.
                "<callActivity id='x' calledElement='transfer'><extensionElements>"
                        + "<camunda:in businessKey='ACSE-0000-0000'/></extensionElements></callActivity>",
                "<callActivity id='x' calledElement='transfer'><extensionElements>"
                        + "<camunda:in sourceExpression='ACSE-0000-0000' target='caseReference'/></extensionElements></callActivity>",
                "<callActivity id='x' calledElement='transfer'><extensionElements>"
                        + "<camunda:in source='other' target='caseReference'/></extensionElements></callActivity>",
                "<callActivity id='x' calledElement='transfer'><extensionElements>"
                        + "<camunda:out source='other' target='caseReference'/></extensionElements></callActivity>",
                "<manualTask id='x'><extensionElements><camunda:inputOutput><camunda:outputParameter"
                        + " name='caseReference'>ACSE-0000-0000</camunda:outputParameter></camunda:inputOutput>"
                        + "</extensionElements></manualTask>",
                "<businessRuleTask id='x' camunda:decisionRef='eligibility' camunda:resultVariable='caseReference'/>",
                // A condition in another language.
                "<manualTask id='x'/><sequenceFlow id='g' sourceRef='t' targetRef='x'><conditionExpression"
                        + " language='feel-script'>1</conditionExpression></sequenceFlow>"
            })
    void aModelActsForNobodyAndNamesNoCase(String step) {
        assertThatThrownBy(() -> deploy(process(task() + step), FORM.formatted("")))
                .hasMessageContaining("not allowed in a model");
    }

    @Test
    void everyTaskAndEveryStartHasAFormThatIsDeployedWithIt() {
        assertThatThrownBy(() -> deploy(process("<userTask id='bare'/>"), FORM.formatted("")))
                .hasMessageContaining("bare");
        assertThatThrownBy(() -> deploy(
                        process("<userTask id='bare' camunda:formRef='elsewhere'"
                                + " camunda:formRefBinding='deployment'/>"),
                        FORM.formatted("")))
                .hasMessageContaining("bare");
        assertThatThrownBy(() -> deploy(
                        process("<userTask id='bare' camunda:formRef='tried' camunda:formRefBinding='latest'/>"),
                        FORM.formatted("")))
                .hasMessageContaining("bare");
        assertThatThrownBy(() -> deploy(
                        process(task()).replace(" camunda:isStartableInTasklist='false'", ""), FORM.formatted("")))
                .hasMessageContaining("these elements need a form")
                .hasMessageContaining("s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"select\",\"id\":\"a\",\"key\":\"b\",\"valuesKey\":\"departments\"}",
                "{\"type\":\"table\",\"id\":\"a\",\"dataSource\":\"=ranking\",\"columns\":[]}",
            })
    void aStartFormTakesNoListFromTheServerSinceItWouldBeEmpty(String component) {
        String startedByPeople = process(task())
                .replace(" camunda:isStartableInTasklist='false'", "")
                .replace(
                        "<startEvent id='s'/>",
                        "<startEvent id='s' camunda:formRef='tried' camunda:formRefBinding='deployment'/>");

        assertThatThrownBy(() -> deploy(startedByPeople, FORM.formatted(component)))
                .hasMessageContaining("put the choices into the form itself")
                .hasMessageContaining(": s.");
        deploy(
                startedByPeople,
                FORM.formatted("{\"type\":\"radio\",\"id\":\"a\",\"key\":\"b\",\"valuesKey\":null,"
                        + "\"values\":[{\"label\":\"x\",\"value\":\"x\"}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maria Lopez", "ACSE-0000-0001", "x"})
    void aBusinessKeyThatIsNoReferenceEndsNothing(String businessKey) {
        deploy(process("<manualTask id='m'/><sequenceFlow id='f' sourceRef='s' targetRef='m'/>"), FORM.formatted(""));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(key, businessKey))
                .hasMessageContaining("Case reference");
        assertThat(network.isClosed(businessKey)).isTrue();
    }

    private static String task() {
        return "<userTask id='t' camunda:formRef='tried' camunda:formRefBinding='deployment'/>"
                + "<sequenceFlow id='f' sourceRef='s' targetRef='t'/>";
    }

    private String process(String steps) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'><process id='" + key
                + "' isExecutable='true' camunda:historyTimeToLive='P1D' camunda:isStartableInTasklist='false'"
                + "><startEvent id='s'/>" + steps + "</process></definitions>";
    }

    private void deploy(String model, String form) {
        DeploymentBuilder deployment = repository.createDeployment().name(key);
        deployment.addString(key + ".bpmn", model).addString("tried.form", form).deploy();
    }
}
