package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.access.CaseAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What she and her association must know before she accepts a place and before she travels, and never where the shelter is. */
@ProcessTest
class HerChoiceTest {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    @Autowired
    Network network;

    @Autowired
    CaseAccess access;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void sheReadsTheRegionTheHouseItsRulesAndUntilWhenThePlaceIsKept() {
        String reference = network.proposed(ALONE);

        assertThat(network.shown(network.task(reference, "task_readAnswer"), "operator", "heldPlace"))
                .contains("Bretagne", "It takes children up to 17 years", "It is kept for her until", "Spanish")
                .doesNotContain("29", "Quimper", "s01");
        assertThat(network.seen(reference, "task_readAnswer", "operator", "sealed_houseRules"))
                .asString()
                .contains("No visits at the house");
        assertThat(network.seen(reference, "task_readAnswer", "operator", "sealed_houseKind"))
                .asString()
                .isNotBlank();
    }

    @Test
    void theShelterNamesAStationAndWhoeverPlansReadsIt() {
        String reference = network.proposed(ALONE);
        agree(reference, "Gare de Quimper, main hall");

        assertThat(network.seen(reference, "task_planJourney", "operator", "sealed_meetingPoint"))
                .isEqualTo("Gare de Quimper, main hall");
        network.plan(reference);
        assertThat(network.seen(reference, "task_confirmDeparture", "operator", "sealed_meetingPoint"))
                .isEqualTo("Gare de Quimper, main hall");
        assertThat(mayRead(reference, "manager")).isTrue();

        network.complete(reference, "task_confirmDeparture", "operator");

        assertThat(mayRead(reference, "manager"))
                .as("a colleague, since they have left")
                .isFalse();
        assertThat(mayRead(reference, "operator")).as("the escort").isTrue();
        assertThat(mayRead(reference, "operator2")).isFalse();
    }

    @Test
    void anotherShelterDoesNotReadTheStationOfTheOneBefore() {
        String reference = network.proposed(ALONE);
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");
        network.complete(
                reference, "task_confirmAgreement", "shelter", "sealed_meetingPoint", "Gare de Quimper, main hall");
        network.takeBack(reference, "shelter");
        network.ask(reference, "s02");
        network.answerOffer(reference, "shelter2");
        network.complete(reference, "task_answerRequest", "coordinator");
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");

        assertThat(network.seen(reference, "task_confirmAgreement", "shelter2", "sealed_meetingPoint"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12, RUE DES AJONCS",
                "Opposite the rue des Ajoncs",
                "Behind the maison des ajoncs",
                "Call +33 9 70 00 00 01 there",
                "09.70.00.00.01"
            })
    void aMeetingPointThatTellsWhereTheShelterIsIsRefused(String point) {
        String reference = network.proposed(ALONE);

        assertThatThrownBy(() -> agree(reference, point))
                .hasMessageContaining("Station or stop where they arrive: it contains the name, the code, the street");
        assertThat(network.openTasks(reference)).contains("task_confirmAgreement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The maison des ajoncs", "The shelter S01 is quiet"})
    void aNoteForTheAssociationThatTellsWhereTheShelterIsIsRefused(String note) {
        String reference = network.requested(ALONE);
        network.ask(reference, "s01");
        network.answerOffer(reference, "shelter");

        assertThatThrownBy(() ->
                        network.complete(reference, "task_answerRequest", "coordinator", "sealed_answerNote", note))
                .hasMessageContaining("Note for the operator: it contains the name, the code, the street");
        assertThat(network.openTasks(reference)).contains("task_answerRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Milk for the baby of Aminata", "Call 06 12 34 56 78", "For Mrs. OKAFOR"})
    void theNeedsThatEachAskedShelterReadsSayNotWhoSheIs(String needs) {
        String reference = network.openReferral("sealed_firstName", "Aminata", "sealed_lastName", "Okafor");
        network.complete(reference, "task_assessSituation", "operator", ALONE);
        network.complete(reference, "task_recordCommitment", "operator");

        assertThatThrownBy(() ->
                        network.complete(reference, "task_submitRequest", "operator", "sealed_functionalNeeds", needs))
                .hasMessageContaining("What the shelter must be able to do: it contains a name of the woman");
        network.complete(reference, "task_submitRequest", "operator", "sealed_functionalNeeds", "A quiet room, 2 beds");
        assertThatThrownBy(() -> network.startFor(
                        reference,
                        "correct-case",
                        "correct-case",
                        "operator",
                        "sealed_firstName",
                        "Aminata",
                        "sealed_lastName",
                        "Okafor",
                        "sealed_functionalNeeds",
                        needs))
                .hasMessageContaining("it contains a name of the woman");
    }

    private void agree(String reference, String point) {
        if (!network.tasks(reference, "task_readAnswer").isEmpty()) {
            network.complete(reference, "task_readAnswer", "operator");
        }
        if (!network.tasks(reference, "task_agreeArrival").isEmpty()) {
            network.complete(
                    reference,
                    "task_agreeArrival",
                    "operator",
                    "arrivalDate",
                    network.today().toString());
        }
        network.complete(reference, "task_confirmAgreement", "shelter", "sealed_meetingPoint", point);
        network.complete(reference, "task_holdInterview", "shelter");
    }

    private boolean mayRead(String reference, String person) {
        return transaction.execute(
                status -> access.mayRead("sealed_meetingPoint", new Login(person), new CaseReference(reference)));
    }
}
