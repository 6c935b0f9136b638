package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.acse.Network;
import fr.acse.platform.door.Door;
import fr.acse.transfer.Travels;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A journey on telephones: a dead one, another escort, a relay, a missed connection, two silent hours. */
@RunningApplication
class JourneyIT {

    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:00");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @Autowired
    Travels travels;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @Test
    void anEscortWhoseTelephoneIsDeadIsReplacedAndLosesTheAddressInThatStep() {
        String reference = network.agreed(Travels.ALONE);
        network.plan(reference);
        try (Tasklist escort = telephone("operator")) {
            assertThat(shown(escort, reference)).anyMatch(label -> label.contains("ddress"));
            escort.screenshot("escort-reads-the-address-390");
            escort.follow(network.task(reference, "task_confirmDeparture"), "confirm-departure", Map.of());
        }

        // Nothing is heard of her, and somebody says that her battery is empty: the coordination names another escort.
        network.pass(reference, Duration.ofMinutes(31));
        try (Tasklist escort = telephone("operator");
                Tasklist coordinator = telephone("coordinator")) {
            assertThat(shown(escort, reference)).anyMatch(label -> label.contains("ddress"));
            Page page = coordinator.page();
            page.navigate(address("/camunda/app/acse/cases.html#" + reference));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replace the escort"))
                    .click();
            Locator field = page.locator(".modal-body input[id*='caseReference']");
            field.waitFor();
            page.waitForCondition(() -> field.inputValue().equals(reference));
            coordinator.fill(
                    "replace-escort",
                    Map.of("caseReference", reference, "replaceBy", "named", "escortColleague", "manager"));
            coordinator.screenshot("replace-escort-390");
            page.locator(".modal-footer .btn-primary").last().click();
            page.locator(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));

            assertThat(shown(escort, reference)).noneMatch(label -> label.contains("ddress"));
            escort.screenshot("old-escort-reads-nothing-390");
        }

        // The new one is silent, too, for two hours: the coordination's task and alarm, then the supervisors.
        network.pass(reference, Duration.ofMinutes(91));
        network.pass(reference, Duration.ofMinutes(16));
        assertThat(network.openTasks(reference)).contains("task_findOut");
        assertThat(alarms("coordinator")).contains(reference);
        assertThat(alarms("supervisor")).as("it rose").contains(reference);
        assertThat(alarms("operator2")).doesNotContain(reference);
        try (Tasklist coordinator = telephone("coordinator")) {
            coordinator.page().locator(".acse-bell-button").first().click();
            coordinator.screenshot("coordination-sees-the-alarm-390");
            coordinator.follow(
                    network.task(reference, "task_findOut"), "find-out", Map.of("silenceOutcome", "policeCalled"));
        }
        assertThat(network.openTasks(reference)).doesNotContain("task_findOut");
    }

    @Test
    void aRelayTakesHerOverAndAMissedConnectionMovesTheRest() {
        String reference = travels.relayed();
        try (Tasklist first = telephone("operator");
                Tasklist relay = telephone("operator2");
                Tasklist shelter = telephone("shelter")) {
            assertThat(shown(first, reference))
                    .as("she does not go all the way")
                    .noneMatch(label -> label.contains("ddress"));
            first.follow(network.task(reference, "task_confirmDeparture"), "confirm-departure", Map.of());
            first.follow(
                    network.task(reference, "task_confirmArrival"),
                    "confirm-arrival",
                    Map.of("escortReport", "later", "newArrivalAt", inTwoHours()));
            first.follow(network.task(reference, "task_confirmArrival"), "confirm-arrival", Map.of());
            relay.follow(network.task(reference, "task_takeOver"), "take-over", Map.of());
            assertThat(shown(relay, reference)).anyMatch(label -> label.contains("ddress"));
            relay.follow(network.task(reference, "task_confirmArrival"), "confirm-arrival", Map.of());
            shelter.follow(network.task(reference, "task_confirmReception"), "confirm-reception", Map.of());
        }
        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    @Test
    void whoeverIsOnTheWayToAnAddressThatIsGivenUpReadsItInHerOpenForm() {
        String lives = network.arrived(Travels.ALONE);
        String reference = network.agreed(Travels.ALONE);
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");
        try (Tasklist escort = Tasklist.aloneOnTelephone(chromium, "http://localhost:" + port, "operator");
                Tasklist coordinator = telephone("coordinator")) {
            escort.take(network.task(reference, "task_confirmArrival"));
            Locator address = escort.page().locator("[id*='sealed_shelterAddress']");
            address.first().waitFor();

            network.report(lives, "confidentialityBreached", "shelter");
            Locator told = escort.page().locator(".acse-heading [role=alert]");
            escort.later(told.first());
            assertThat(told.first().innerText()).contains("stops at a safe place and calls the coordination");
            // It stands where she looks.
            escort.page()
                    .waitForCondition(() ->
                            told.first().boundingBox().y >= 0 && told.first().boundingBox().y < 800);
            escort.page().waitForCondition(() -> address.count() == 0);
            escort.screenshot("address-frozen-390");

            coordinator.follow(
                    network.task(lives, "task_handleBreach"), "handle-breach", Map.of("addressDecision", "retired"));
            escort.later(escort.page().locator(".acse-gone"));
            escort.screenshot("step-stopped-390");
            escort.page().locator(".acse-gone a").click();
            Locator warning = escort.page().locator(".acse-case [role=alert].acse-danger");
            warning.waitFor();
            assertThat(warning.innerText()).contains("was given up: nobody goes there");
            escort.screenshot("case-stopped-390");

            coordinator.page().navigate(address("/camunda/app/acse/cases.html#" + reference));
            coordinator.take(network.task(reference, "task_decideOnJourney"));
            coordinator.page().locator(".acse-heading .acse-reported").first().waitFor();
            coordinator.screenshot("decide-on-journey-390");
            assertThat(coordinator.page().locator(".acse-heading").innerText())
                    .contains("The address was given up: they must not arrive there")
                    .doesNotContain("Nobody took her over");
            coordinator.follow(
                    network.task(reference, "task_decideOnJourney"),
                    "decide-on-journey",
                    Map.of("journeyDecision", "return"));
        }
        Task back = network.task(reference, "task_confirmReturn");
        network.completeTask(back, back.getAssignee());
        assertThat(network.openTasks(reference)).containsExactly("task_confirmLoss");
    }

    /** Values that the page of the case offers to show. */
    private List<String> shown(Tasklist person, String reference) {
        Page page = person.page();
        page.navigate(address("/camunda/app/acse/cases.html"));
        page.navigate(address("/camunda/app/acse/cases.html#" + reference));
        page.reload();
        // It comes with all the rest.
        page.locator("h1", new Page.LocatorOptions().setHasText("Case " + reference))
                .waitFor();
        return page.locator("[aria-label^='Show: ']").all().stream()
                .map(each -> each.getAttribute("aria-label"))
                .toList();
    }

    private String alarms(String person) {
        return Door.web(port, person).call("GET", "own:/alarms", null).body();
    }

    private Tasklist telephone(String person) {
        return Tasklist.onTelephone(chromium, "http://localhost:" + port, person);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private String inTwoHours() {
        return clock.instant()
                .plus(Duration.ofHours(2))
                .atZone(ZoneId.of("Europe/Paris"))
                .format(AS_TYPED);
    }
}
