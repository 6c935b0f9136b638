package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What whoever decides on an appeal reads of the refusal. */
@ProcessTest
class RefusalTest {

    @Autowired
    Network network;

    @ParameterizedTest(name = "{1}: court within {2}, prefect within {3}")
    @CsvSource({
        "publicOrder,  none,        P2M, P2M",
        "links,        leave,       P1M,",
        "prostitution, houseArrest, P7D,",
        "file,         detention,   P1D,"
    })
    void aRefusalIsShownWithItsMotiveAndTheLastDayOfEachAppeal(
            String motive, String obligation, Period court, Period prefect) {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file();
        LocalDate told = TestTime.today();

        permit.refuse("refusalMotive", motive, "notifiedOn", told.toString(), "obligation", obligation);

        assertThat(shown(permit, "refusalMotive")).isEqualTo(motive);
        assertThat(shown(permit, "notifiedOn")).isEqualTo(told.toString());
        assertThat(shown(permit, "obligation")).isEqualTo(obligation);
        assertThat(shown(permit, "courtUntil")).isEqualTo(told.plus(court).toString());
        assertThat(shown(permit, "informalUntil"))
                .isEqualTo(prefect == null ? null : told.plus(prefect).toString());
    }

    private Object shown(PermitCase permit, String field) {
        return network.seen(permit.reference, "task_decideAppeal", "operator", field);
    }
}
