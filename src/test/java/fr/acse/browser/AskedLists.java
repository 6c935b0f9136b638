package fr.acse.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Which lists of a case a page of Tasklist has been answered. */
final class AskedLists implements Consumer<Request> {

    private static final Pattern LIST = Pattern.compile("/filter/[^/]+/list");
    private final List<String> asked = new ArrayList<>();

    @Override
    public void accept(Request answered) {
        if (LIST.matcher(answered.url()).find()) {
            asked.add(String.valueOf(answered.postData()));
        }
    }

    /** Until the list of a case is drawn that an action asks for, or shows what is looked for. */
    void awaitOf(String reference, Page page, Locator found, Runnable action) {
        long before = answersFor(reference);
        action.run();
        page.waitForCondition(() -> {
            Tasklist.drawn(page);
            return answersFor(reference) > before || found.first().isVisible();
        });
        Tasklist.drawn(page);
    }

    private long answersFor(String reference) {
        return asked.stream().filter(each -> each.contains(reference)).count();
    }
}
