package fr.acse.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Pictures of pages on one sheet, in {@code target/screenshots/contact-sheet.png}, so that somebody sees them beside each other. */
final class ContactSheet {

    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final int WIDTH = 2400;
    private static final int QUALITY = 60;

    private final List<String> figures = new ArrayList<>();

    /** Takes a picture of what the window shows when it has come to rest. */
    void add(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForCondition(() -> !page.locator(".app-splash").first().isVisible());
        Tasklist.drawn(page);
        byte[] picture = page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY)
                .setPath(FOLDER.resolve("pages").resolve(name.replaceAll("[^\\w-]+", "-") + ".jpg")));
        figures.add("<figure><img src='data:image/jpeg;base64,%s'><figcaption>%s</figcaption></figure>"
                .formatted(Base64.getEncoder().encodeToString(picture), name));
    }

    void write(Browser browser) {
        try (BrowserContext window =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, WIDTH))) {
            Page sheet = window.newPage();
            sheet.setContent(
                    "<style>body{display:grid;grid-template-columns:repeat(6,1fr);gap:8px;font:14px sans-serif;background:#ccc}"
                            + "figure{margin:0}img{max-width:100%;max-height:300px}</style>"
                            + String.join("", figures));
            sheet.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve("contact-sheet.png")));
        }
    }
}
