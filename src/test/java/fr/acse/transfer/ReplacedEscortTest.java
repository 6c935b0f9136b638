package fr.acse.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Another escort: the one before loses the address in that step, and the new one has it by the word of the coordination. */
@ProcessTest
class ReplacedEscortTest {

    @Autowired
    Network network;

    @Autowired
    Travels travels;

    @ParameterizedTest
    @ValueSource(strings = {"telephone", "ill", "notCome", "doubt", "other"})
    void theOldEscortLosesTheAddressInTheStepThatReplacesHer(String why) {
        String reference = travels.departed();
        String colleague = travels.colleague(reference);
        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isEqualTo("s01");

        travels.replace(reference, colleague, "replaceBy", "named", "escortColleague", colleague, "replaceWhy", why);

        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isNull();
        assertThat(travels.relations(reference, Travels.ESCORT)).doesNotContain(Relation.ESCORT);
        assertThat(travels.shelterShownTo(reference, colleague)).isNull();
        assertThat(network.task(reference, "task_confirmArrival").getAssignee()).isEqualTo(colleague);
        assertThat(travels.alarms(reference)).contains("escortReplaced");

        network.complete(reference, "task_confirmReplacement", "coordinator");
        assertThat(network.openTasks(reference)).containsExactly("task_confirmArrival", "task_confirmReception");
        assertThat(travels.shelterShownTo(reference, colleague)).isEqualTo("s01");
        network.complete(reference, "task_confirmArrival", colleague);
        network.complete(reference, "task_confirmReception", "shelter");
        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    @Test
    void whomTheCoordinationNamesReadsTheAddressAtOnce() {
        String reference = travels.departed();

        travels.replace(reference, "coordinator", "replaceBy", "named", "escortColleague", "operator2");

        assertThat(travels.shelterShownTo(reference, "operator2")).isEqualTo("s01");
        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isNull();
        assertThat(network.openTasks(reference)).doesNotContain("task_confirmReplacement");
    }

    @Test
    void theCoordinationMayNameSomebodyElseThanTheOperatorDid() {
        String reference = travels.departed();
        String colleague = travels.colleague(reference);
        travels.replace(reference, colleague, "replaceBy", "named", "escortColleague", colleague);

        network.complete(
                reference,
                "task_confirmReplacement",
                "coordinator",
                "replacement",
                "another",
                "escortColleague",
                "operator2");

        assertThat(travels.shelterShownTo(reference, colleague)).isNull();
        assertThat(travels.shelterShownTo(reference, "operator2")).isEqualTo("s01");
        assertThat(network.task(reference, "task_confirmArrival").getAssignee()).isEqualTo("operator2");
    }

    @Test
    void theSubstituteOfThePlanStepsInBeforeTheDeparture() {
        String reference = network.agreed(Travels.ALONE);
        String colleague = travels.colleague(reference);
        network.plan(reference, "escortSubstitute", colleague);

        travels.replace(reference, "coordinator", "replaceBy", "substitute");

        assertThat(network.task(reference, "task_confirmDeparture").getAssignee())
                .isEqualTo(colleague);
        assertThat(travels.shelterShownTo(reference, colleague)).isEqualTo("s01");
        network.complete(reference, "task_confirmDeparture", colleague);
        network.complete(reference, "task_confirmArrival", colleague);
    }

    @Test
    void nobodyAnswersAnyMoreForAnEscortWhoWasReplacedBeforeSheWasConfirmed() {
        String reference = network.agreed(Travels.ALONE);
        network.complete(reference, "task_planJourney", "operator");
        assertThat(network.openTasks(reference)).containsExactly("task_confirmEscort");
        String colleague = travels.colleague(reference);

        travels.replace(reference, "operator", "replaceBy", "named", "escortColleague", colleague);

        assertThat(network.openTasks(reference))
                .containsExactlyInAnyOrder("task_confirmReplacement", "task_confirmDeparture");
        assertThat(network.task(reference, "task_confirmDeparture").getAssignee())
                .isEqualTo(colleague);
        assertThat(travels.shelterShownTo(reference, colleague)).isNull();
        assertThatThrownBy(() -> network.complete(reference, "task_confirmDeparture", colleague))
                .hasMessageContaining("has not confirmed you as escort yet");

        network.complete(reference, "task_confirmReplacement", "coordinator");
        assertThat(travels.shelterShownTo(reference, colleague)).isEqualTo("s01");
        network.complete(reference, "task_confirmDeparture", colleague);
        assertThat(network.openTasks(reference)).contains("task_confirmArrival");
    }

    @Test
    void nobodyReplacesAnEscortByNobodyByHerselfOrWithoutAPart() {
        String reference = travels.departed();

        assertThatThrownBy(() -> travels.replace(reference, "coordinator", "replaceBy", "substitute"))
                .hasMessageContaining("names no substitute");
        assertThatThrownBy(() -> travels.replace(
                        reference, "coordinator", "replaceBy", "named", "escortColleague", Travels.ESCORT))
                .hasMessageContaining("is the escort already");
        assertThatThrownBy(() ->
                        travels.replace(reference, "operator2", "replaceBy", "named", "escortColleague", "operator2"))
                .isNotNull();
        assertThatThrownBy(() ->
                        travels.replace(reference, "shelter", "replaceBy", "named", "escortColleague", "operator2"))
                .isNotNull();
        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isEqualTo("s01");
    }

    @Test
    void whoWasReplacedForDoubtDoesNotTakeTheJourneyBack() {
        String reference = travels.departed();
        String colleague = travels.colleague(reference);
        travels.replace(
                reference,
                "coordinator",
                "replaceBy",
                "named",
                "escortColleague",
                colleague,
                "replaceWhy",
                "doubt",
                "sealed_codeWord",
                "Lilac");

        assertThatThrownBy(() -> travels.replace(
                        reference, Travels.ESCORT, "replaceBy", "named", "escortColleague", Travels.ESCORT))
                .hasMessageContaining("Only the coordination names another one");
        assertThat(network.seen(reference, "task_confirmReception", "shelter", "sealed_codeWord"))
                .isEqualTo("Lilac");
    }

    @Test
    void whatIsAskedOfAnEscortWhoIsReplacedAgainIsVoid() {
        String reference = travels.departed();
        String colleague = travels.colleague(reference);
        travels.replace(reference, Travels.ESCORT, "replaceBy", "named", "escortColleague", colleague);
        assertThat(network.openTasks(reference)).contains("task_confirmReplacement");

        travels.replace(reference, "coordinator", "replaceBy", "named", "escortColleague", "operator2");

        assertThat(network.openTasks(reference)).doesNotContain("task_confirmReplacement");
    }
}
