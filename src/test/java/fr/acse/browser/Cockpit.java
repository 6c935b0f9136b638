package fr.acse.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** Cockpit as people with power see it, and the engine's door for their programs. */
record Cockpit(Browser browser, int port) {

    BrowserContext open(String person) {
        BrowserContext window = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        Page page = window.newPage();
        page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/");
        LoginPage.logIn(page, person);
        return window;
    }

    static void link(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
        page.locator("h1", new Page.LocatorOptions().setHasText(words)).waitFor();
    }

    static void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
    }

    HttpResponse<String> send(String method, String path, String person, String type, String body) throws Exception {
        String login = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest" + path))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", type)
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }
}
