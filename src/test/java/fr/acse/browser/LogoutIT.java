package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A colleague takes over at the same screen. */
@RunningApplication
class LogoutIT {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Test
    void whoLogsOutIsGoneAndAColleagueLogsInInTheSameWindow() {
        List<String> before = sessions();
        try (Tasklist tasklist = Tasklist.alone(chromium, "http://localhost:" + port, "operator")) {
            Page page = tasklist.page();
            List<String> hers = new ArrayList<>(sessions());
            hers.removeAll(before);
            assertThat(hers).hasSize(1);

            page.locator(".acse-who summary").click();
            page.locator(".acse-who button").click();
            page.getByPlaceholder("Username").waitFor();
            // An answer from before draws the form anew, and empty.
            page.waitForLoadState(LoadState.NETWORKIDLE);

            assertThat(sessions()).as("her session is not kept").doesNotContainAnyElementsOf(hers);
            LoginPage.logIn(page, "coordinator");
            Locator account = page.locator(".acse-who");
            page.waitForCondition(() -> account.innerText().contains("Claire"));
            assertThat(account.innerText()).doesNotContain("Odile");
        }
    }

    private List<String> sessions() {
        return jdbc.queryForList(
                "select session_id from spring_session s where exists (select 1 from spring_session_attributes a"
                        + " where a.session_primary_id = s.primary_id and a.attribute_name = 'acse.login')",
                String.class);
    }
}
