package fr.acse.platform.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.EveryCell;
import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.RevealLog;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.ReadingRules;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class SealedFormsTest {

    private static final String CANARY = "Zqxv";
    private static final String PHONE = "+33 6 98 76 54 32";

    @Autowired
    Network network;

    @Autowired
    RevealLog reveals;

    @Autowired
    ReadingRules rules;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    /** A table that nobody may read always says that there is nothing to show. */
    @Test
    void everyListAndTableOfAFormIsReadBySomebody() throws IOException {
        CommonChoices common = new CommonChoices();
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".form"))
                            .map(file -> FormAnswers.drawn(
                                    file.getFileName().toString().replace(".form", "")))
                            .flatMap(form ->
                                    StreamSupport.stream(form.path("components").spliterator(), false))
                            .flatMap(field -> Stream.of(
                                    field.path("valuesKey").asText(),
                                    field.path("dataSource").asText().replace("=", "")))
                            .filter(name -> !name.isEmpty() && common.of(name).isEmpty()))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(rules.mayRead(name, EnumSet.allOf(Relation.class)))
                            .as(name)
                            .isTrue());
        }
    }

    @Test
    void nothingThatSaysWhoOrWhereIsInClearInAnyTableAndTheRightPersonReadsIt() {
        String reference = network.openReferral(
                "sealed_firstName",
                CANARY + "first",
                "sealed_lastName",
                CANARY + "last",
                "sealed_safeContact",
                CANARY + "contact");
        network.complete(reference, "task_assessSituation", "operator", "sealed_situation", CANARY + "situation");
        network.complete(
                reference, "task_recordCommitment", "operator", "sealed_interpreterName", CANARY + "interpreter");
        network.complete(reference, "task_submitRequest", "operator", "sealed_functionalNeeds", CANARY + "needs");
        network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "firstOnly");
        assertThat(network.seen(reference, "task_answerOffer", "shelter", "sealed_functionalNeeds"))
                .isEqualTo(CANARY + "needs");
        network.complete(reference, "task_answerOffer", "shelter", "sealed_offerComment", CANARY + "comment");
        network.complete(reference, "task_answerRequest", "coordinator", "sealed_answerNote", CANARY + "note");
        network.agree(reference, "shelter");
        network.complete(
                reference,
                "task_planJourney",
                "operator",
                "sealed_escortName",
                CANARY + "escort",
                "sealed_escortPhone",
                PHONE);
        network.complete(reference, "task_confirmEscort", "coordinator");
        network.complete(reference, "task_confirmDeparture", "operator");
        network.complete(reference, "task_confirmArrival", "operator", "sealed_travelNote", CANARY + "travel");
        assertThat(network.seen(reference, "task_confirmReception", "shelter", "sealed_lastName"))
                .isEqualTo(CANARY + "last");
        network.complete(reference, "task_confirmReception", "shelter", "sealed_receptionNote", CANARY + "reception");
        network.runJobs(reference);
        network.complete(reference, "task_approveAllowance", "finance", "sealed_allowanceNote", CANARY + "allowance");
        network.complete(reference, "task_handOverAllowance", "shelter", "sealed_receiptNumber", CANARY + "receipt");
        network.complete(
                reference,
                "task_submitClaim",
                "operator",
                "payTo",
                "otherAccount",
                "sealed_iban",
                "FR7630006000011234567890189",
                "sealed_accountHolder",
                CANARY + "holder");
        network.complete(reference, "task_checkClaim", "coordinator", "sealed_checkNote", CANARY + "check");
        network.complete(reference, "task_approveClaim", "finance");
        network.start("payment-run", "start-payment-run", "finance");
        network.start(
                "leaving",
                "propose-leaving",
                "operator",
                "caseReference",
                reference,
                "leavingKind",
                "withdraws",
                "sealed_leavingNote",
                CANARY + "event");
        network.complete(reference, "task_confirmLeaving", "coordinator");

        assertThat(EveryCell.thatContains(CANARY, jdbc)).isEmpty();
        assertThat(EveryCell.thatContains(PHONE, jdbc)).isEmpty();
        assertThat(EveryCell.thatContains("1234567890189", jdbc)).isEmpty();
        assertThat(EveryCell.thatContains("rue des Ajoncs", jdbc)).isEmpty();
        assertThat(EveryCell.thatContains(reference, jdbc)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"أمل بنت سعيد", "Nguyễn Thị Ánh 😀", "<script>alert(1)</script>", "王芳", "O'Neil; drop table"})
    void aNameComesBackAsItWasTyped(String name) {
        String reference = network.openReferral("sealed_firstName", name);

        assertThat(network.seen(reference, "task_assessSituation", "operator", "sealed_firstName"))
                .isEqualTo(name);
    }

    @Test
    void everyReadOfASealedValueIsRecorded() {
        String reference = network.openReferral("sealed_firstName", "Anna");

        network.seen(reference, "task_assessSituation", "operator", "sealed_firstName");

        assertThat(reveals.of(reference)).hasSize(1).first().satisfies(reveal -> {
            assertThat(reveal.person()).isEqualTo(new Login("operator"));
            assertThat(reveal.fields()).isEqualTo("sealed_firstName,sealed_lastName");
        });
    }

    @Test
    void theServerMakesTheReferenceWhateverBusinessKeyIsTyped() {
        String key = network.as(
                "operator",
                () -> runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey("FORGED")
                                .count()
                        + network.openReferral());

        assertThat(key).matches("0ACSE-[0-9A-Z]{4}-[0-9A-Z]{4}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ageAssessment | '' | Her age: please fill this in",
                "ageAssessment | elderly | Her age: please choose one of the options",
                "dangerDepartment | 99 | Department where the danger is: please choose one of the options",
                "avoidDepartments | [\"01\",\"xx\"] | Other departments to avoid: please choose one of the options",
                "avoidDepartments | nonsense | Other departments to avoid: please choose one of the options",
                "childrenCount | 13 | Children who come with her: please enter a number from 0 to 12",
                "childrenCount | -1 | Children who come with her: please enter a number from 0 to 12",
                "childrenCount | many | Children who come with her: please enter a number",
                "childrenCount | 1.5 | Children who come with her: please enter a whole number",
                "babyCount | 4 | there cannot be more babies than children",
                "sealed_situation | ' ' | What happened and why distance is needed: please fill this in"
            })
    void aValueThatBreaksARuleIsRefusedWithTheFieldAndTheRuleAndNothingIsSaved(
            String field, String value, String words) {
        String reference = network.openReferral();

        assertThatThrownBy(() -> network.complete(reference, "task_assessSituation", "operator", field, value))
                .hasMessageContaining(words);

        assertThat(network.openTasks(reference)).containsExactly("task_assessSituation");
        assertThat(jdbc.queryForObject(
                        "select count(*) from sealed_value where reference = ? and field = 'sealed_situation'",
                        Integer.class,
                        reference))
                .isZero();
        assertThat(jdbc.queryForObject(
                        "select count(*) from act_ru_variable where name_ = 'procuring' and proc_inst_id_ in"
                                + " (select id_ from act_ru_execution where business_key_ = ?)",
                        Integer.class,
                        reference))
                .isZero();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        String reference = network.openReferral();

        assertThatThrownBy(() -> network.complete(
                        reference, "task_assessSituation", "operator", "sealed_situation", "x".repeat(8001)))
                .hasMessageContaining("at most 8000 characters");
    }

    @Test
    void aDayInThePastIsRefusedWhereItCannotBe() {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator");

        assertThatThrownBy(
                        () -> network.complete(reference, "task_agreeArrival", "operator", "arrivalDate", "2020-01-01"))
                .hasMessageContaining("Day of arrival: this lies in the past");
        assertThatThrownBy(
                        () -> network.complete(reference, "task_agreeArrival", "operator", "arrivalDate", "tomorrow"))
                .hasMessageContaining("Day of arrival: please enter a day");
        assertThatThrownBy(() ->
                        network.complete(reference, "task_agreeArrival", "operator", "interviewDate", "2199-01-01"))
                .hasMessageContaining("on the day of arrival at the latest");
    }

    @Test
    void aFieldThatIsNotInTheFormIsRefusedAndNothingIsSaved() {
        String reference = network.openReferral();

        assertThatThrownBy(() ->
                        network.complete(reference, "task_assessSituation", "operator", "address", "12 rue des Ajoncs"))
                .hasMessageContaining("address is not a field of this form");
        assertThat(network.openTasks(reference)).containsExactly("task_assessSituation");
    }

    @Test
    void aStartWithAFieldThatNoFormHasStartsNothing() {
        long before = runtime.createProcessInstanceQuery().count();

        assertThatThrownBy(() -> network.openReferral("eligibility", "eligible"))
                .hasMessageContaining("eligibility is not a field of this form");

        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void aReadonlyFieldThatWasChangedIsLeftAsItWas() {
        String reference = network.openReferral("sealed_firstName", "Anna");
        network.complete(reference, "task_assessSituation", "operator", "sealed_firstName", "Berta");

        assertThat(network.seen(reference, "task_recordCommitment", "operator", "sealed_firstName"))
                .isEqualTo("Anna");
    }

    @Test
    void aFinishedTaskCannotBeSubmittedAgain() {
        String reference = network.openReferral();
        var task = network.task(reference, "task_assessSituation");
        network.completeTask(task, "operator");

        assertThatThrownBy(() -> network.as("operator", () -> {
                    forms.submitTaskForm(task.getId(), Map.of("ageAssessment", "minor"));
                    return null;
                }))
                .hasMessage(
                        "This task is done already, or it is not there any more. Nothing was changed. Please load the task list again.");
        assertThat(network.openTasks(reference)).containsExactly("task_recordCommitment");
    }

    @Test
    void twoPeopleWhoCompleteTheSameTaskAtOnceCompleteItOnce() throws Exception {
        String reference = network.openReferral();
        var task = network.task(reference, "task_assessSituation");
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService staff = Executors.newFixedThreadPool(2);
        Callable<String> complete = () -> {
            together.await();
            try {
                network.completeTask(task, "operator");
                return "done";
            } catch (WebApplicationException refused) {
                return refused.getMessage();
            }
        };
        Future<String> one = staff.submit(complete);
        Future<String> other = staff.submit(complete);
        together.countDown();

        assertThat(List.of(one.get(), other.get())).contains("done").anyMatch(words -> words.contains("Nothing"));
        staff.shutdown();
        assertThat(network.openTasks(reference)).containsExactly("task_recordCommitment");
    }

    @Test
    void aTaskCannotBeCompletedPastItsForm() {
        String reference = network.openReferral();
        var task = network.task(reference, "task_assessSituation");

        assertThatThrownBy(() -> network.as("operator", () -> {
                    tasks.complete(task.getId(), Map.of("ageAssessment", "adult"));
                    return null;
                }))
                .hasMessageContaining("complete this task with its form");
        assertThat(network.openTasks(reference)).containsExactly("task_assessSituation");
    }

    @Test
    void nobodyEndsATaskByAnErrorOrKeepsACommentOnIt() {
        String reference = network.openReferral();
        var task = network.task(reference, "task_assessSituation");

        assertThatThrownBy(() -> network.as("operator", () -> {
                    tasks.handleBpmnError(task.getId(), "acse.any");
                    return null;
                }))
                .hasMessageContaining("complete this task with its form");
        assertThatThrownBy(() -> network.as("operator", () -> tasks.createComment(task.getId(), null, "She is here")))
                .hasMessageContaining("Comments are not sealed");
        assertThat(network.openTasks(reference)).containsExactly("task_assessSituation");
    }

    @Test
    void aTaskIsTakenByOneselfAndGivenToNobody() {
        String reference = network.openReferral();
        var task = network.task(reference, "task_assessSituation");

        for (String other : List.of("operator2", "Zelda Quux 0612345678", "x".repeat(5000))) {
            assertThatThrownBy(() -> network.as("operator", () -> {
                        tasks.claim(task.getId(), other);
                        return null;
                    }))
                    .hasMessageContaining("not give it to somebody else");
        }
        network.as("operator", () -> {
            tasks.claim(task.getId(), "operator");
            return null;
        });
        assertThat(network.task(reference, "task_assessSituation").getAssignee())
                .isEqualTo("operator");
    }

    @Test
    void whatIsNoTextIsRefusedInATextField() {
        for (Object value : List.of(
                Variables.objectValue(new ArrayList<>(List.of("x"))).create(), new JsonText("{}"), 7, "\ud800")) {
            assertThatThrownBy(() -> network.openReferral("sealed_firstName", value))
                    .hasMessageStartingWith("First name:");
        }
    }

    @Test
    void aCaseCannotBeStartedPastItsForm() {
        assertThatThrownBy(() ->
                        network.as("operator", () -> runtime.startProcessInstanceByKey("referral", "ACSE-0000-0000")))
                .hasMessageContaining("start this from its form");
    }

    @Test
    void noDoorLetsAnUndeclaredVariableOrFreeTextIn() {
        String reference = network.openReferral();
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("referral")
                .singleResult()
                .getId();

        assertThatThrownBy(() -> runtime.setVariable(instance, "address", "12 rue des Ajoncs"))
                .hasMessageContaining("has no variable address");
        assertThatThrownBy(() -> runtime.setVariable(instance, "stay", new ArrayList<>(List.of("x"))))
                .hasMessageContaining("stay can hold only a code");
        assertThatThrownBy(() -> runtime.setVariable(instance, "stay", "x".repeat(401)))
                .hasMessageContaining("stay can hold only a code");
        assertThat(runtime.getVariables(instance)).doesNotContainKeys("address", "stay");
    }
}
