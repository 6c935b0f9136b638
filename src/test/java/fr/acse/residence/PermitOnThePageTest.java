package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.platform.door.Visitors;
import fr.acse.words.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a case says how far her permit is. */
@ProcessTest
class PermitOnThePageTest {

    @Autowired
    Network network;

    @LocalServerPort
    int port;

    @Test
    void itShowsEachWayItsTitlesAndWhatIsKnown() {
        PermitCase permit = PermitCase.granted(network);
        permit.begin("asylum");
        permit.news("prosecutorDismissed");

        assertThat(page("operator", permit))
                .contains(
                        "Complaint or testimony",
                        "Asylum",
                        "It goes on.",
                        "The request is to be filed.",
                        Words.day(TestTime.today().plusYears(1).minusDays(1)),
                        "Dismissed by the prosecutor",
                        "Answer: a title.",
                        "Granted: yes.");
        assertThat(page("finance", permit)).doesNotContain("Asylum");
    }

    @Test
    void whatHasEndedSaysHow() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file();
        assertThat(page("operator", permit)).contains("Asked for on ", "The answer is awaited.");
        permit.refuse();
        assertThat(page("operator", permit)).contains("Refused; she was told on ", "She may appeal to the court until");
        permit.complete("task_decideAppeal", "appeal", "notFiled");

        assertThat(page("operator", permit)).contains("Answer: refused.", "Appeal: not filed.");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");
        assertThat(page("operator", permit)).contains("Ended on ", ": Refused");
    }

    @Test
    void whoeverOnlyFollowsThePermitIsNotToldThatHerShelterIsAsked() {
        PermitCase permit = PermitCase.on(network, "asylum");
        permit.news("followerChanged", "permitRoute", "asylum", "followedBy", "other", "organisationCode", "bridge");

        assertThat(Visitors.call(port, "operator2", "GET", "own:/cases?show=CLOSED&text=" + permit.reference, null)
                        .body())
                .contains("You follow the permit")
                .doesNotContain("is asked");
        assertThat(page("operator", permit)).contains("Another association: bridge");
    }

    private String page(String person, PermitCase permit) {
        return Visitors.call(port, person, "GET", "own:/cases/" + permit.reference, null)
                .body();
    }
}
