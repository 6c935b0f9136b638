package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import fr.acse.Moments;
import fr.acse.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the telephone of each role shows at each moment of a danger, as the last column of the table {@code moments.txt} says. */
@RunningApplication
class MomentsIT {

    private static final int WIDTH = 390;
    private static final int LAST = 6;
    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{4}-\\w{4}-\\w{4}");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    private final Map<String, Tasklist> telephones = new HashMap<>();
    private final List<String> rows = new ArrayList<>();

    @AfterEach
    void everybodyCloses() {
        telephones.values().forEach(Tasklist::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "late", "danger", "lost"})
    @EnabledIfSystemProperty(named = "acse.whole", matches = "true", disabledReason = "part of the whole run")
    void theTelephoneOfEachRoleSaysTheTruthAtEachMoment(String story) {
        new Moments(network, tasks, this::look).tell(story);

        assertThat(rows)
                .isEqualTo(Moments.expected(story).stream()
                        .map(cells -> String.join(" | ", cells.get(0), cells.get(1), cells.get(LAST)))
                        .toList());
    }

    private void look(String reference, String moment) {
        for (String role : Moments.ROLES) {
            Tasklist telephone = telephones.computeIfAbsent(
                    role, person -> Tasklist.onTelephone(chromium, "http://localhost:" + port, person));
            rows.add(String.join(
                    " | ", moment, role, list(telephone, role, reference) + "; " + page(telephone, reference)));
        }
    }

    /** The alarms behind the number in the bar, which is in view without a click, and the cards of the case. */
    private String list(Tasklist telephone, String role, String reference) {
        Page page = telephone.page();
        page.navigate("about:blank");
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        Locator bell = page.locator(".acse-bell-button");
        // The clock moves by hours, and ends her session.
        LoginPage.logInUnlessIn(page, role, bell);
        page.waitForCondition(() -> bell.isVisible() && !bell.innerText().isBlank());
        Locator cards = page.locator("ol.tasks-list li.task");
        page.waitForCondition(() -> page.getByText("No task matching").first().isVisible()
                || cards.count() > 0 && cards.allInnerTexts().stream().allMatch(REFERENCE.asPredicate()));
        BoundingBox box = bell.boundingBox();
        assertThat(box.x).isNotNegative();
        assertThat(box.x + box.width).isLessThanOrEqualTo(WIDTH);
        bell.click();
        String alarms = texts(of(reference, page.locator(".acse-alarm-list li")).locator("strong"));
        return alarms + "; " + texts(of(reference, cards).locator("h4.task"));
    }

    private String page(Tasklist telephone, String reference) {
        Page page = telephone.page();
        page.navigate("http://localhost:" + port + "/camunda/app/acse/cases.html#" + reference);
        page.locator(".acse-case h1, .acse-case .acse-alert").first().waitFor();
        return texts(page.locator(".acse-case .acse-stage"));
    }

    private static Locator of(String reference, Locator list) {
        return list.filter(new Locator.FilterOptions().setHasText(reference));
    }

    private static String texts(Locator found) {
        String texts = String.join(", ", found.allInnerTexts());
        return texts.isEmpty() ? "-" : texts;
    }
}
