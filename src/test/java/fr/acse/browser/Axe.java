package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks for what keeps people out who cannot see, point or tell colours apart. */
final class Axe {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private static final AxeRunOptions ONLY_WHAT_FAILS = new AxeRunOptions();

    static {
        ONLY_WHAT_FAILS.setResultTypes(List.of("violations"));
    }

    /** In milliseconds. */
    private static final double AT_REST_WITHIN = 6000;

    private Axe() {}

    static void assertNothingGrave(Page page, String where) {
        assertThat(grave(page)).as(where).isEmpty();
    }

    /** What is serious or critical, rule by rule, on a page that has come to rest: while it still fades in, it looks again. */
    static List<String> grave(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        List<String> grave = new ArrayList<>();
        try {
            page.waitForCondition(
                    () -> {
                        List<String> now = graveNow(page);
                        grave.clear();
                        grave.addAll(now);
                        return grave.isEmpty();
                    },
                    new Page.WaitForConditionOptions().setTimeout(AT_REST_WITHIN));
        } catch (TimeoutError stays) {
            return grave;
        }
        return List.of();
    }

    /** The vendor's note that its platform ends is left out: no style or script of ours reaches it. */
    private static List<String> graveNow(Page page) {
        List<String> grave = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page)
                .setLegacyMode(true)
                .exclude(List.of(".ce-eol-banner"))
                .options(ONLY_WHAT_FAILS)
                .analyze()
                .getViolations()) {
            if (GRAVE.contains(rule.getImpact())) {
                grave.add(rule.getId() + ": "
                        + rule.getNodes().stream()
                                .map(node -> String.valueOf(node.getTarget()))
                                .toList());
            }
        }
        return grave;
    }
}
