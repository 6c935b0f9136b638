package fr.acse.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * A real Chromium for the tests, if there is one; CI says {@code ACSE_BROWSER_TESTS=required}. All tests of a Java share it, and the
 * windows in which their people are logged in. A test that fails says what the people in it saw last.
 */
final class Chromium implements BeforeAllCallback, BeforeEachCallback, TestExecutionExceptionHandler {

    /** Without a window of its own first: the same browser for less processor time. */
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:/Program Files/Google/Chrome/Application/chrome.exe");

    /** In milliseconds, as Playwright waits for everything else. */
    private static final double AS_LONG_AS_THE_REST = 30_000;

    /** In milliseconds. */
    private static final double READ_WITHIN = 2_000;

    private static final int MOST_CHARACTERS = 1_500;

    private static final Map<String, BrowserContext> WINDOWS = new HashMap<>();
    private static final List<String> SEEN = new ArrayList<>();
    private static Browser browser;

    @Override
    public void beforeAll(ExtensionContext tests) {
        Path executable = find();
        PlaywrightAssertions.setDefaultAssertionTimeout(AS_LONG_AS_THE_REST);
        if (browser == null || !browser.isConnected()) {
            WINDOWS.clear();
            browser = start(executable);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        SEEN.clear();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        if (failure instanceof TestAbortedException) {
            throw failure;
        }
        browser.contexts().stream().flatMap(window -> window.pages().stream()).forEach(Chromium::remember);
        throw new AssertionError(failure + "\nWhat was seen last:\n" + String.join("\n---\n", SEEN), failure);
    }

    /** Keeps the text of a page, and where its cursor is, for the report of a failure. */
    static void remember(Page page) {
        try {
            String cursor = (String) page.evaluate("() => document.activeElement?.cloneNode(false).outerHTML");
            SEEN.add(page.url() + "\n" + textOf(page) + "\nThe cursor is at " + cursor);
        } catch (PlaywrightException unreadable) {
            SEEN.add("A page that cannot be read: " + unreadable.getMessage());
        }
    }

    private static String textOf(Page page) {
        String text = page.locator("body")
                .innerText(new Locator.InnerTextOptions().setTimeout(READ_WITHIN))
                .replaceAll("\\s*\n\\s*", "\n");
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }

    private static Browser start(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                // A page lives for minutes: to compile its scripts twice costs more than it saves.
                                "--js-flags=--no-opt --no-maglev",
                                "--force-prefers-reduced-motion",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path find() {
        Optional<Path> executable = Stream.concat(Stream.ofNullable(System.getenv("ACSE_CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty()) {
            String words = "No Chromium was found, so the browser tests do not run. Name one with ACSE_CHROMIUM.";
            if ("required".equals(System.getenv("ACSE_BROWSER_TESTS"))) {
                throw new IllegalStateException(words);
            }
            Assumptions.abort(words);
        }
        return executable.get();
    }

    Browser browser() {
        return browser;
    }

    /** A window in which somebody stays logged in from test to test. */
    BrowserContext windowOf(String person, int width, int height) {
        return WINDOWS.computeIfAbsent(person + width, any -> newWindow(width, height));
    }

    BrowserContext newWindow(int width, int height) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Paris"));
    }
}
