package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What the engine would read of a body. */
class JsonBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"variables\":{\"age\":{\"value\":null}}}",
                "{\"sorting\":[{\"sortBy\":\"created\"}]}",
                "{\"name\":\"assignee\"}",
                "{\"processVariables\":[]}",
            })
    void passesWithNothingBad(String json) throws IOException {
        assertThat(body(json).refusal(false)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "{\"assigneeExpression\":\"x\"} expression",
                "{\"orQueries\":[{\"dueDateExpression\":\"${x}\"}]} expression",
                "{\"taskAssignee\":\"anna\"} holderCriterion",
                "{\"or\":[{\"incidentMessageLike\":\"%\"}]} holderCriterion",
                "{\"sortBy\":\"assignee\"} holderCriterion",
                "{\"sorting\":[{\"sortBy\":\"owner\"}]} holderCriterion",
                "{\"processVariables\":[{\"name\":\"x\"}]} valueCriterion",
                "{\"variableValues\":[1]} valueCriterion",
                "null noJson",
                "[null] noJson",
                "{\"variables\":{\"age\":null}} noJson",
                "{\"name\":\"a\\u0000b\"} nul",
                "{\"name\":\"\\u0000b\"} nul",
                "{ noJson",
                "{'a':1} noJson",
            })
    void isRefusedWithAReason(String json, String why) throws IOException {
        assertThat(body(json).refusal(false)).isEqualTo(why);
    }

    @Test
    void aFormMayNameValues() throws IOException {
        assertThat(body("{\"processVariables\":[{\"name\":\"x\"}]}").refusal(true))
                .isNull();
    }

    @Test
    void isOneMegabyteLongAtMost() throws IOException {
        String allowed = "\"" + "a".repeat(1024 * 1024 - 2) + "\"";

        assertThat(body(allowed).refusal(false)).isNull();
        assertThat(body(allowed + " ").refusal(false)).isEqualTo("tooLarge");
    }

    @Test
    void isReadAgainByWhoeverComesNext() throws IOException {
        JsonBody body = body("{\"id\":\"zoé\",\"number\":7,\"none\":null}");

        assertThat(body.text("id")).isEqualTo("zoé");
        assertThat(body.text("number")).isEqualTo("7");
        assertThat(body.text("none")).isNull();
        assertThat(body.text("other")).isNull();
        assertThat(body("{").text("id")).isNull();
        assertThat(body.getReader().readLine()).isEqualTo("{\"id\":\"zoé\",\"number\":7,\"none\":null}");
        try (var stream = body.getInputStream()) {
            assertThat(stream.isReady()).isTrue();
            assertThat(stream.isFinished()).isFalse();
            assertThat(stream.read()).isEqualTo('{');
            byte[] rest = stream.readAllBytes();
            assertThat(new String(rest, StandardCharsets.UTF_8))
                    .startsWith("\"id\"")
                    .endsWith("}");
            assertThat(stream.isFinished()).isTrue();
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,true,false",
        "application/json;charset=UTF-8,true,false",
        "application/hal+json,true,false",
        "application/x-www-form-urlencoded,false,false",
        "multipart/form-data; boundary=x,false,false",
        "text/plain,false,true",
        "nonsense,false,true",
        ",false,true",
    })
    void itsKindIsSaidByItsContentType(String type, boolean json, boolean unknown) {
        MockHttpServletRequest request = request("{}");
        if (type != null) {
            request.setContentType(type);
        }

        assertThat(JsonBody.isJson(request)).isEqualTo(json);
        assertThat(JsonBody.isOfUnknownKind(request)).isEqualTo(unknown);
    }

    @Test
    void whatHasNoBodyNeedsNoKindAndTwoKindsAreNone() {
        assertThat(JsonBody.isOfUnknownKind(new MockHttpServletRequest())).isFalse();
        MockHttpServletRequest empty = new MockHttpServletRequest();
        empty.setContent(new byte[0]);
        assertThat(JsonBody.isOfUnknownKind(empty)).isFalse();
        MockHttpServletRequest streamed = new MockHttpServletRequest();
        streamed.addHeader("Transfer-Encoding", "chunked");
        assertThat(JsonBody.isOfUnknownKind(streamed)).isTrue();
        MockHttpServletRequest twice = new MockHttpServletRequest() {
            @Override
            public java.util.Enumeration<String> getHeaders(String name) {
                return java.util.Collections.enumeration(
                        java.util.List.of("application/json", "application/x-www-form-urlencoded"));
            }
        };
        twice.setContent("{}".getBytes(StandardCharsets.UTF_8));
        twice.setContentType("application/json");
        assertThat(JsonBody.isOfUnknownKind(twice)).isTrue();
    }

    private static JsonBody body(String json) throws IOException {
        return new JsonBody(request(json), 1024 * 1024);
    }

    private static MockHttpServletRequest request(String json) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/task");
        request.setContent(json.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
