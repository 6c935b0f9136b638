package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The lines of a list of cases, in words, as far as the user may read them. */
@Component
record ListedCases(CaseLines lines, CaseSteps steps, CaseAccess access) {

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

    List<Line> of(Login reader, List<CaseList.Row> rows, Instant now) {
        Map<CaseReference, CaseLines.Line> beside = lines.of(reader, rows, now);
        return rows.stream()
                .map(row -> line(row, beside.get(row.reference()), now))
                .toList();
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
}
