package fr.acse.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an analyst deploys acts for nobody, sends nothing away and keeps no words in clear. */
class SafetyTest {

    private static final String FORM =
            "{\"id\":\"tried\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[%s]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"html\",\"id\":\"a\",\"content\":\"<b>x</b>\"} | cannot have a component of the type “html”",
                "{\"type\":\"iframe\",\"id\":\"a\",\"url\":\"https://x.example\"} | cannot have a component of the type “iframe”",
                "{\"type\":\"image\",\"id\":\"a\",\"source\":\"https://x.example/{{sealed_lastName}}\"} | cannot have a component of the type “image”",
                "{\"type\":\"expression\",\"id\":\"a\",\"key\":\"b\",\"expression\":\"=1\"} | cannot have a component of the type “expression”",
                "{\"type\":\"filepicker\",\"id\":\"a\",\"key\":\"b\"} | cannot have a component of the type “filepicker”",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"[x](https://x.example/?n={{sealed_lastName}})\"} | cannot have a link",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"{{sealed_lastName}} [x][1]\\n\\n[1]: //x.example\"} | cannot have a link",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"https://x.example/{{sealed_lastName}}\"} | cannot have a link",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"{{#if a}}x{{/if}}\"} | the braces can hold only a name",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"![x](https://x.example/a.png)\"} | cannot have HTML or pictures",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"<img src=x>\"} | cannot have HTML or pictures",
                "{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"note\",\"label\":\"Note\"} | this is free text in clear",
                "{\"type\":\"textarea\",\"id\":\"a\",\"key\":\"note\",\"validate\":{\"pattern\":\"^.*$\",\"maxLength\":20}} | this is free text in clear",
                "{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"note\",\"validate\":{\"pattern\":\"^[a-z]+$\"}} | this is free text in clear",
                "{\"type\":\"radio\",\"id\":\"a\",\"key\":\"b\",\"values\":[{\"label\":\"x\",\"value\":\"Maria hides in Lyon\"}]} | is not a code",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"=\\\"[x](https://x.example/?\\\" + sealed_lastName\"} | a text cannot begin with",
                "{\"type\":\"text\",\"id\":\"a\",\"text\":\"x\"},{\"type\":\"text\",\"id\":\"a\",\"text\":\"y\"} | is used twice",
                "{\"type\":\"textarea\",\"id\":\"a\",\"key\":\"sealed_x\",\"validate\":{\"pattern\":\"^[\"}} | could take very long",
                "{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"a.b\",\"readonly\":true} | the key is not allowed",
                "{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"sealed_x\",\"onclick\":\"x\"} | the property “onclick”"
            })
    void aFormHoldsListedThingsOnly(String component, String words) {
        assertThat(Gate.inWords(found("tried.form", FORM.formatted(component)))).contains(words.strip());
    }

    @Test
    void aFormWithTheListedThingsIsTaken() {
        assertThat(found(
                        "tried.form",
                        FORM.formatted("{\"type\":\"text\",\"id\":\"a\",\"text\":\"Case **{{caseReference}}**"
                                + " [file](/camunda/api/acse/payment-runs/{{caseReference}})\"},"
                                + "{\"type\":\"textarea\",\"id\":\"b\",\"key\":\"sealed_note\",\"label\":\"Note\","
                                + "\"validate\":{\"maxLength\":200}}")))
                .isEmpty();
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
        assertThat(found("tried.bpmn", process(step)))
                .anyMatch(finding -> List.of("bean", "reference", "part").contains(finding.rule()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"select\",\"id\":\"a\",\"key\":\"b\",\"valuesKey\":\"departments\"}",
                "{\"type\":\"table\",\"id\":\"a\",\"dataSource\":\"=ranking\",\"columns\":[]}",
            })
    void aStartFormTakesNoListFromTheServerSinceItWouldBeEmpty(String component) {
        String started = process("<userTask id='t'/>")
                .replace(" camunda:isStartableInTasklist='false'", "")
                .replace(
                        "<startEvent id='s'/>",
                        "<startEvent id='s' camunda:formRef='tried' camunda:formRefBinding='deployment'/>");

        assertThat(TheGate.findings(
                        Map.of("tried.bpmn", bytes(started), "tried.form", bytes(FORM.formatted(component)))))
                .anyMatch(finding -> finding.rule().equals("startList"));
    }

    private static List<Finding> found(String file, String content) {
        return TheGate.findings(Map.of(file, bytes(content)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String process(String steps) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'><process id='tried'"
                + " isExecutable='true' camunda:historyTimeToLive='P1D' camunda:isStartableInTasklist='false'"
                + "><startEvent id='s'/>" + steps + "</process></definitions>";
    }
}
