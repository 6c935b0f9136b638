package fr.acse.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class CaseStepsTest {

    @Autowired
    Network network;

    @Autowired
    CaseSteps steps;

    /** The role that did it is not known for sure, so both are named. */
    @Test
    void aStepForTwoRolesNamesBoth() {
        String reference = network.agreed();
        network.plan(reference);

        assertThat(steps.done(new CaseReference(reference), what -> true))
                .filteredOn(step -> step.name().equals("Confirm the escort"))
                .extracting(CaseSteps.Step::role)
                .containsExactly("Operator or Coordination");
        assertThat(steps.open(new CaseReference(reference)))
                .extracting(CaseSteps.Step::role)
                .containsExactly("Escort");
    }

    @Test
    void whatWasReportedMeanwhileIsPartOfWhatWasDone() {
        String reference = network.requested();
        network.report(reference, "dangerRose", "operator");

        assertThat(steps.done(new CaseReference(reference), what -> true))
                .extracting(CaseSteps.Step::name)
                .contains("Report a case event: Danger rises");
    }
}
