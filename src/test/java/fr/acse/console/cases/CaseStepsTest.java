package fr.acse.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class CaseStepsTest {

    @Autowired
    Network network;

    @Autowired
    CaseSteps steps;

    @Autowired
    CaseAccess access;

    /** The model names two roles; the history names the person and her role. */
    @Test
    void aStepForTwoRolesNamesWhoDidIt() {
        String reference = network.agreed();
        network.plan(reference);

        assertThat(steps.done(new CaseReference(reference), new Login("coordinator"), what -> true))
                .filteredOn(step -> step.name().equals("Confirm the escort"))
                .extracting(CaseSteps.Step::role)
                .containsExactly("Claire Dupont, Coordination");
        assertThat(steps.open(new CaseReference(reference)))
                .extracting(CaseSteps.Step::role)
                .containsExactly("Escort");
    }

    @Test
    void whoWorksInAShelterIsNamedOnlyToColleagues() {
        String reference = network.agreed();

        for (String reader : List.of("operator", "coordinator", "supervisor")) {
            assertThat(who(reference, reader, "Answer the offer")).as(reader).isEqualTo("Shelter");
        }
        assertThat(who(reference, "shelter", "Answer the offer")).isEqualTo("Sophie Le Goff, Shelter");
        assertThat(who(reference, "operator", "Assess the situation")).isEqualTo("Odile Martin, Operator");
        assertThat(who(reference, "shelter", "Assess the situation")).isEqualTo("Operator");
        assertThat(who(reference, "supervisor", "Assess the situation")).isEqualTo("Operator");
    }

    private String who(String reference, String reader, String step) {
        return steps.done(new CaseReference(reference), new Login(reader), what -> true).stream()
                .filter(done -> done.name().equals(step))
                .findFirst()
                .orElseThrow()
                .role();
    }

    @Test
    void aStepOfAJourneySaysWhatWasReportedAndWhatWasDecided() {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");
        network.letReturn(reference);
        network.complete(reference, "task_confirmReturn", "operator");

        assertThat(done(reference, "operator"))
                .contains(
                        "Confirm the departure: Left: yes.",
                        "Confirm the arrival: What news: trouble.",
                        "Decide on the journey: What now: return.",
                        "Confirm that you are back: Back: yes.");
        assertThat(done(reference, "shelter")).contains("Confirm the arrival: null");
    }

    private List<String> done(String reference, String reader) {
        CaseReference of = new CaseReference(reference);
        Set<Relation> relations = access.relations(new Login(reader), of);
        return steps.done(of, new Login(reader), what -> access.mayRead(what, relations)).stream()
                .map(step -> step.name() + ": " + step.answer())
                .toList();
    }

    @Test
    void whatWasReportedMeanwhileIsPartOfWhatWasDone() {
        String reference = network.requested();
        network.report(reference, "dangerRose", "operator");

        assertThat(steps.done(new CaseReference(reference), new Login("coordinator"), what -> true))
                .extracting(CaseSteps.Step::name)
                .contains("Report a case event: Danger rises");
    }
}
