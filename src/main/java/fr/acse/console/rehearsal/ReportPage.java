package fr.acse.console.rehearsal;

import fr.acse.console.drawing.Drawing;
import fr.acse.console.drawing.Html;
import fr.acse.console.drawing.Spans;
import fr.acse.console.rehearsal.Rehearsed.Line;
import fr.acse.console.rehearsal.Rehearsed.Played;
import fr.acse.console.rehearsal.Report.Differences;
import fr.acse.console.rehearsal.Report.Reached;
import fr.acse.platform.sets.ModelChanges.Change;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Process;

/** The report page of a rehearsal: the verdict, the changes and differences, and the diagrams. */
final class ReportPage {

    private static final int AROUND = 2;

    private final Report report;
    private final Map<String, Set<String>> lost;

    ReportPage(Report report) {
        this.report = report;
        this.lost = report.lost();
    }

    /**
     * The page for the browser.
     *
     * @param asked who started the rehearsal, when, and the set with which it is compared, in words
     * @param own stories that were written or changed for the rehearsal, by file name
     * @param ours the valid stories, by file name
     */
    String page(String name, String asked, Map<String, String> own, Map<String, String> ours) {
        String against = "<p class=\"note\">" + Html.escape(asked) + "</p>";
        return Html.page(Words.of("rehearsal.title", name), against + content() + stories(own, ours));
    }

    private static String stories(Map<String, String> own, Map<String, String> ours) {
        StringBuilder stories = new StringBuilder();
        own.forEach((file, text) -> stories.append("<h3>")
                .append(Html.escape(file))
                .append("</h3>")
                .append(
                        ours.containsKey(file)
                                ? "<p class=\"bad\">" + Html.say("rehearsal.replaced") + "</p><pre>"
                                        + Html.escape(ours.get(file)) + "</pre><p>"
                                        + Html.say("rehearsal.replacedBy") + "</p>"
                                : "<p>" + Html.say("rehearsal.written") + "</p>")
                .append("<pre>")
                .append(Html.escape(text))
                .append("</pre>"));
        return own.isEmpty() ? "" : "<h2>" + Html.say("rehearsal.own") + "</h2>" + stories;
    }

    /** The page as a file that needs no other file. */
    String file(String name) {
        return Html.file(Words.of("rehearsal.title", name), content());
    }

    private String content() {
        return verdict() + changes() + behaviour() + lost() + pictures();
    }

    private String verdict() {
        List<Played> failed = report.failed();
        StringBuilder verdict = new StringBuilder();
        if (!failed.isEmpty()) {
            verdict.append(box(
                    "bad",
                    Html.say("rehearsal.failed", failed.size(), report.stories().size()) + failures(failed)));
        }
        if (report.reachesNothing()) {
            verdict.append(box("bad", Html.say("rehearsal.reachesNothing")));
        }
        if (failed.isEmpty()) {
            verdict.append(box(
                    "good",
                    Html.say(
                            "rehearsal.good",
                            report.stories().size() - report.failedBefore().size())));
        }
        if (!report.failedBefore().isEmpty()) {
            verdict.append(box(
                    "warn",
                    Html.say("rehearsal.failedBefore", report.failedBefore().size())
                            + failures(report.failedBefore())));
        }
        if (!report.reachesNothing() && !report.notReached().isEmpty()) {
            verdict.append(
                    box("warn", Html.say("rehearsal.partly", report.notReached().size())));
        }
        return verdict.toString();
    }

    private static String failures(List<Played> stories) {
        return stories.stream()
                .map(story -> "<li><strong>" + Html.escape(story.title()) + "</strong> (" + Html.escape(story.file())
                        + "): " + Html.escape(story.failed()) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String box(String kind, String content) {
        return "<div class=\"box " + kind + "\" role=\"status\">" + content + "</div>";
    }

    private String changes() {
        if (report.changes().isEmpty()) {
            return "<h2>" + Html.say("rehearsal.changes") + "</h2><p>" + Html.say("rehearsal.nothingChanged") + "</p>";
        }
        List<List<String>> rows = report.changes().stream()
                .map(place -> List.of(
                        Html.escape(place.change().file()),
                        element(place),
                        Html.say("rehearsal.change." + place.change().what()) + difference(place.change()),
                        reached(place.reached())))
                .toList();
        return "<h2>" + Html.say("rehearsal.changes") + "</h2>"
                + Html.table(
                        List.of(
                                Words.of("rehearsal.file"),
                                Words.of("rehearsal.element"),
                                Words.of("rehearsal.what"),
                                Words.of("rehearsal.reached")),
                        rows);
    }

    private static String element(Report.ChangedPlace place) {
        if (place.change().element().isEmpty()) {
            return Html.say("rehearsal.wholeFile");
        }
        String name = place.name().isBlank() ? "" : "“" + Html.escape(place.name()) + "” ";
        return name + "<code>" + Html.escape(place.change().element()) + "</code>";
    }

    private static String difference(Change change) {
        boolean none = (change.before() + change.after()).isEmpty();
        return none
                ? ""
                : ": <del>" + Html.escape(change.before()) + "</del> → <ins>" + Html.escape(change.after()) + "</ins>";
    }

    private static String reached(Reached reached) {
        String kind = reached == Reached.NO ? "bad" : reached == Reached.YES ? "good" : "note";
        return "<span class=\"" + kind + "\">" + Html.say("rehearsal.reached." + reached) + "</span>";
    }

    private String behaviour() {
        List<String> otherwise = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (Report.Story story : report.stories()) {
            List<Differences.Marked> lines =
                    Differences.of(story.before().lines(), story.after().lines());
            if (lines.isEmpty()) {
                same.add("<li><details><summary>" + Html.escape(story.after().title()) + "</summary>"
                        + list(
                                story.after().lines().stream()
                                        .map(line -> new Differences.Marked(' ', line, 0))
                                        .toList(),
                                false)
                        + "</details></li>");
            } else {
                otherwise.add("<h3>" + Html.escape(story.after().title()) + "</h3>" + list(lines, true));
            }
        }
        return "<h2>" + Html.say("rehearsal.behaviour") + "</h2>"
                + (otherwise.isEmpty()
                        ? "<p>" + Html.say("rehearsal.sameBehaviour") + "</p>"
                        : "<p class=\"note\">" + Html.say("rehearsal.marks") + "</p>" + String.join("", otherwise))
                + (same.isEmpty()
                        ? ""
                        : "<h3>" + Html.say("rehearsal.same", same.size()) + "</h3><ul>" + String.join("", same)
                                + "</ul>");
    }

    /** @param brief whether to leave out lines that are more than two lines from a difference */
    private static String list(List<Differences.Marked> lines, boolean brief) {
        StringBuilder list = new StringBuilder("<ol>");
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            if (brief && isFar(lines, i)) {
                gap = true;
                continue;
            }
            if (gap) {
                list.append("<li class=\"note gap\">…</li>");
                gap = false;
            }
            list.append("<li value=\"")
                    .append(i + 1)
                    .append("\">")
                    .append(marked(lines.get(i)))
                    .append("</li>");
        }
        return list.append("</ol>").toString();
    }

    private static boolean isFar(List<Differences.Marked> lines, int position) {
        return lines.subList(Math.max(0, position - AROUND), Math.min(lines.size(), position + AROUND + 1)).stream()
                .allMatch(line -> line.sign() == ' ');
    }

    private static String marked(Differences.Marked marked) {
        String words = words(marked.line());
        return switch (marked.sign()) {
            case '-' -> "<del>" + words + "</del> " + Html.say("rehearsal.gone");
            case '+' -> "<ins>" + words + "</ins> " + Html.say("rehearsal.new");
            case 't' ->
                words + " <ins>" + Html.say("rehearsal.otherTime", Spans.words(marked.earlierSeconds())) + "</ins>";
            default -> words;
        };
    }

    private static String words(Line line) {
        String at = line.seconds() < 60 ? "" : " " + Words.of("rehearsal.line.after", Spans.words(line.seconds()));
        return switch (line.kind()) {
            case "STEP" -> Html.say("rehearsal.line.step", line.who(), line.name(), at);
            case "CLOCK" -> Html.say("rehearsal.line.clock", line.name(), at);
            default -> Html.say("rehearsal.line.end", line.process(), line.name(), at);
        };
    }

    private String lost() {
        String words = lost.isEmpty()
                ? "<p>" + Html.say("rehearsal.nothingLost") + "</p>"
                : lost.entrySet().stream()
                        .flatMap(process -> process.getValue().stream()
                                .sorted()
                                .map(element -> "<li>" + Html.escape(process.getKey()) + ": "
                                        + Html.escape(report.nameOf(element)) + " <code>"
                                        + Html.escape(element) + "</code></li>"))
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
        return "<h2>" + Html.say("rehearsal.lost") + "</h2>" + words;
    }

    private String pictures() {
        Set<String> changedFiles =
                report.changes().stream().map(place -> place.change().file()).collect(Collectors.toSet());
        StringBuilder pictures = new StringBuilder("<h2>" + Html.say("rehearsal.pictures") + "</h2><p class=\"note\">"
                + Html.say("rehearsal.colours") + "</p>");
        report.processes().forEach((file, process) -> {
            boolean open = changedFiles.contains(file) || lost.containsKey(process.getId());
            pictures.append("<details")
                    .append(open ? " open" : "")
                    .append("><summary>")
                    .append(Html.escape(process.getName()))
                    .append("</summary>")
                    .append(picture(file, process))
                    .append("</details>");
        });
        return pictures.toString();
    }

    private String picture(String file, Process process) {
        Set<String> passed = report.passed(process.getId());
        Set<String> gone = lost.getOrDefault(process.getId(), Set.of());
        Set<String> changed = report.changedIn(file);
        return Html.wide(Drawing.of(report.file(file)).svg(process.getName(), new Drawing.Look() {
            @Override
            public String classes(String element) {
                return (passed.contains(element) ? "passed" : gone.contains(element) ? "lost" : "")
                        + (changed.contains(element) ? " changed" : "");
            }
        }));
    }
}
