package fr.acse.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever lives in a shelter keeps her place until she has arrived in another one, whatever becomes of the relocation. */
@ProcessTest
class RelocationTest {

    @Autowired
    Network network;

    @Autowired
    Referrals referrals;

    @Autowired
    CaseAccess access;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void whenSheRefusesTheNewPlaceSheStaysWhereSheIs() {
        String reference = placeProposedElsewhere();

        network.refusePlace(reference);

        assertStays(reference);
    }

    @Test
    void whenThereIsNoOtherPlaceSheStaysWhereSheIs() {
        String reference = relocating();
        network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "none");
        network.complete(
                reference,
                "task_decideWithoutShelter",
                "coordinator",
                "withoutShelterDecision",
                "refuse",
                "refusalMotive",
                "noCapacity");

        network.complete(reference, "task_readNoPlace", "operator");

        assertStays(reference);
    }

    @Test
    void whenSheDoesNotTravelAfterAllSheStaysWhereSheIs() {
        String reference = placeProposedElsewhere();
        network.agree(reference, "shelter2");
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator", "departure", "noShow");
        network.giveUpAfterNoShow(reference);

        assertStays(reference);
    }

    @Test
    void theShelterSheLeavesNeverLearnsWhereSheGoesAndTakesNoAcceptanceOfAnotherBack() {
        String reference = placeProposedElsewhere();

        assertThat(partOf("shelter", reference)).containsExactly(Relation.LEAVING);
        assertThat(partOf("shelter2", reference)).containsExactly(Relation.HOLDER);
        assertThatThrownBy(() -> network.report(reference, "acceptanceWithdrawn", "shelter"))
                .hasMessageContaining("only the shelter that holds the place");
        network.pass(reference, Duration.ofDays(4));
        assertThat(jdbc.queryForList(
                        "select group_name from notice where reference = ? and event = 'HOLD_WARNING'",
                        String.class,
                        reference))
                .containsExactlyInAnyOrder("org-harbour", "org-s02");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefusedRelocationSaysNothingOfTheNextOneWhosePlaceIsLostUnread(boolean expires) {
        String reference = placeProposedElsewhere();
        network.refusePlace(reference);
        network.report(reference, "relocationNeeded", "shelter");
        network.ask(reference, "s03");
        network.complete(reference, "task_answerOffer", "shelter3");
        network.complete(reference, "task_answerRequest", "coordinator");

        if (expires) {
            network.pass(reference, Duration.ofDays(6));
        } else {
            network.takeBack(reference, "shelter3");
        }

        assertThat(network.openSteps(reference)).contains("task_chooseShelters").doesNotContain("task_followUp");
    }

    private Set<Relation> partOf(String person, String reference) {
        return transaction.execute(status -> access.relations(new Login(person), new CaseReference(reference)));
    }

    private String relocating() {
        String reference = network.arrived("permitNeed", "notNeeded");
        network.payAllowance(reference);
        network.approveClaim(reference);
        network.report(reference, "relocationNeeded", "shelter");
        return reference;
    }

    private String placeProposedElsewhere() {
        String reference = relocating();
        network.ask(reference, "s02");
        network.complete(reference, "task_answerOffer", "shelter2");
        network.complete(reference, "task_answerRequest", "coordinator");
        return reference;
    }

    private void assertStays(String reference) {
        assertThat(network.openTasks(reference)).contains("task_followUp");
        assertThat(referrals
                        .findById(new CaseReference(reference))
                        .orElseThrow()
                        .isOpen())
                .isTrue();
        assertThat(jdbc.queryForList(
                        "select shelter from allocation where reference = ? and released_at is null and occupied",
                        String.class,
                        reference))
                .containsOnly("s01")
                .isNotEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from allocation where reference = ? and released_at is null and not occupied",
                        Integer.class,
                        reference))
                .isZero();
        network.leave(reference, "shelter");
        assertThat(network.ends(reference, "referral")).contains("end_careCompleted");
    }
}
