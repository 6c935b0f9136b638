package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * @param who role that must act, in words
     * @param task id of the task if it is the user's own, else null
     */
    record Todo(String step, String who, Instant since, boolean mine, String task) {}

    record Clock(String what, Instant at, boolean late, boolean atRisk) {}

    record Event(String step, String who, Instant at) {}

    /** @param more number of open steps that the line does not show */
    record Line(
            CaseReference reference,
            String stage,
            boolean closed,
            boolean urgent,
            boolean alarm,
            boolean danger,
            boolean missing,
            Todo todo,
            int more,
            Clock due,
            Event last) {}

    record Choice(String value, String label, Long count) {}

    record Page(List<Line> cases, long total, List<Choice> shows, List<Choice> stages, Instant now) {}

    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_TEXT = 20;

    private final CaseList list;
    private final CaseLines lines;
    private final CaseSteps steps;
    private final CaseAccess access;
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
        Map<CaseReference, CaseLines.Line> beside = lines.of(me, found.rows(), found.now());
        return new Page(
                found.rows().stream()
                        .map(row -> line(row, beside.get(row.reference()), found.now()))
                        .toList(),
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
                found.now());
    }

    private Line line(CaseList.Row row, CaseLines.Line beside, Instant now) {
        boolean knowsStage = access.mayRead("state", row.relations());
        CaseLines.Open open = beside.open().stream().findFirst().orElse(null);
        return new Line(
                row.reference(),
                stage(row, knowsStage),
                row.outcome() != null,
                row.urgent(),
                row.alarm(),
                row.danger(),
                row.missing(),
                open == null
                        ? waitsForOthers(row)
                        : new Todo(open.step().name(), open.step().role(), open.since(), open.mine(), open.task()),
                Math.max(0, beside.open().size() - 1),
                next(beside, now),
                beside.last() == null
                        ? null
                        : new Event(
                                beside.last().name(),
                                beside.last().role(),
                                beside.last().at()));
    }

    /** The next deadline of the case, or an earlier due time of the user's own steps. */
    private Clock next(CaseLines.Line beside, Instant now) {
        Clock due = beside.due() == null
                ? null
                : new Clock(
                        steps.nameOf(beside.due().process(), beside.due().activity()),
                        beside.due().at(),
                        beside.due().late(),
                        beside.due().atRisk());
        return beside.open().stream()
                .filter(open -> open.mine() && open.step().at() != null)
                .min(Comparator.comparing(open -> open.step().at()))
                .filter(open -> due == null || open.step().at().isBefore(due.at()))
                .map(open -> new Clock(
                        open.step().name(), open.step().at(), !open.step().at().isAfter(now), false))
                .orElse(due);
    }

    /** The answer that the coordination owes to an operator. The operator may not read which shelters are asked. */
    private static Todo waitsForOthers(CaseList.Row row) {
        boolean owed =
                row.stage() == CaseList.Stage.REQUESTED && row.relations().contains(Relation.OPERATOR);
        return owed ? new Todo(Words.of("stage.answerOwed"), Words.of("role.coordination"), null, false, null) : null;
    }

    /** The stage in words. A shelter that is only asked reads only about the offer, and a permit follower only about the permit. */
    static String stage(CaseList.Row row, boolean knowsStage) {
        if (row.relations().equals(Set.of(Relation.FINANCE))) {
            return Words.of("stage.money");
        }
        if (!knowsStage) {
            return Words.of(row.relations().contains(Relation.ASKED) ? "stage.asked" : "stage.follower");
        }
        String stage = Words.of("stage." + row.stage().name());
        return row.outcome() == null ? stage : CaseFileAssembler.ended(row.outcome());
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
