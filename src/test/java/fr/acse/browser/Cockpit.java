package fr.acse.browser;

import com.microsoft.playwright.Locator;
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
record Cockpit(Chromium chromium, int port) {

    Page open(String person) {
        Page page = chromium.windowOf(person + " in Cockpit", 1280, 800).newPage();
        page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/");
        LoginPage.logInUnlessIn(page, person, page.locator(".acse-who"));
        // Her own first page opens by itself. It would take the next address away again.
        page.locator(".acse-page h1").first().waitFor();
        return page;
    }

    /**
     * Follows a link of the header, which may be in its menu. Right after a login, the first page may still be on its
     * way and lose the click: the person clicks again.
     */
    static void link(Page page, String words) {
        Locator link = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true));
        Locator more = page.locator(".acse-more > summary");
        Locator heading = page.locator("h1", new Page.LocatorOptions().setHasText(words));
        page.waitForCondition(() -> {
            if (!heading.isVisible()) {
                if (link.first().isVisible()) {
                    link.first().click();
                } else if (more.isVisible()) {
                    more.click();
                }
                Tasklist.drawn(page);
            }
            return heading.isVisible();
        });
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
