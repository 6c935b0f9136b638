package fr.acse.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The vendor's login page. It puts the cursor into the first field some time after it is shown, also while somebody types. */
final class LoginPage {

    private static final int TRIES = 10;

    private LoginPage() {}

    static void logIn(Page page, String person) {
        logIn(page, person, person);
    }

    /** Ends when she sees what whoever is logged in sees. */
    static void logInUnlessIn(Page page, String person, Locator inside) {
        Locator login = page.getByPlaceholder("Password");
        inside.or(login).first().waitFor();
        if (login.isVisible()) {
            logIn(page, person);
        }
        inside.first().waitFor();
    }

    /** Ends when the page has let her in, or asks for her second factor. */
    static void logIn(Page page, String person, String password) {
        for (int tries = 0; tries < TRIES && !holds(page, person, password); tries++) {
            page.getByPlaceholder("Username").fill(person);
            page.getByPlaceholder("Password").fill(password);
        }
        page.locator("button[type=submit]").click();
        page.getByPlaceholder("Password").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    static boolean holds(Page page, String person, String password) {
        return page.getByPlaceholder("Username").inputValue().equals(person)
                && page.getByPlaceholder("Password").inputValue().equals(password);
    }
}
