package fr.acse.console.cases;

import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cases in which the user has a part. Times are UTC. */
@RestController
@RequestMapping("/camunda/api/acse/cases")
@RequiredArgsConstructor
class CasesEndpoint {

    record Choice(String value, String label, Long count) {}

    /** @param finds whether the user may search by name */
    record Page(
            List<ListedCases.Line> cases,
            long total,
            List<Choice> shows,
            List<Choice> stages,
            boolean finds,
            Instant now) {}

    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_TEXT = 20;

    private final CaseList list;
    private final ListedCases listed;
    private final Searcher searcher;
    private final CurrentPerson person;

    @GetMapping
    @Transactional(readOnly = true)
    public Page page(
            @RequestParam Map<String, String> wanted,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size) {
        Refusal.unless(page >= 0 && size >= 1 && size <= LARGEST_PAGE, "range", "size", 1, LARGEST_PAGE);
        Login me = person.login();
        CaseList.Found found = list.of(
                me,
                new CaseList.Asked(
                        text(wanted),
                        one(CaseList.Show.class, wanted, "show").orElse(CaseList.Show.OPEN),
                        one(CaseList.Stage.class, wanted, "stage").orElse(null),
                        one(CaseList.Sort.class, wanted, "sort").orElse(CaseList.Sort.DUE),
                        page,
                        size));
        return new Page(
                listed.of(me, found.rows(), found.now()),
                found.total(),
                Arrays.stream(CaseList.Show.values())
                        .map(show -> new Choice(
                                show.name(),
                                Words.of("show." + show.name()),
                                found.counts().get(show)))
                        .toList(),
                Arrays.stream(CaseList.Stage.values())
                        .filter(stage -> stage != CaseList.Stage.CLOSED)
                        .map(stage -> new Choice(stage.name(), Words.of("stage." + stage.name()), null))
                        .toList(),
                searcher.mayFind(me),
                found.now());
    }

    private static String text(Map<String, String> asked) {
        return Optional.ofNullable(asked.get("text"))
                .map(text -> StringUtils.trimAllWhitespace(text.toUpperCase(Locale.ROOT))
                        .replace("-", ""))
                .map(text -> text.replace('O', '0').replace('I', '1').replace('L', '1'))
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
                .orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> choices, Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name))
                .filter(value -> !value.isBlank())
                .map(value -> Arrays.stream(choices.getEnumConstants())
                        .filter(each -> each.name().equals(value))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("filter", name)));
    }
}
