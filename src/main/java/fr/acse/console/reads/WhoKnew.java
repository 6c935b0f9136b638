package fr.acse.console.reads;

import fr.acse.casefile.Reveal;
import fr.acse.casefile.RevealLog;
import fr.acse.codes.CaseReference;
import fr.acse.platform.form.FileNames;
import fr.acse.platform.start.Command;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code who-knew <case reference or shelter's code> [field]}: lists who read the values of a file, or of one field, and when. */
@Component
record WhoKnew(RevealLog reveals, List<FileNames> names) implements Command {

    @Override
    public String name() {
        return "who-knew";
    }

    @Override
    public Result run(List<String> arguments) {
        if (arguments.isEmpty()) {
            return new Result(false, Words.of("reveals.whose"));
        }
        String asked = arguments.get(0);
        String field = arguments.size() > 1 ? arguments.get(1) : "";
        String lines = names.stream()
                .flatMap(each -> each.fileOf(asked).stream())
                .findFirst()
                .or(() -> CaseReference.parse(asked))
                .map(CaseReference::value)
                .map(reveals::of)
                .orElseThrow(() -> new Refusal("readsOfNothing", asked))
                .stream()
                .filter(line -> line.fields().contains(field))
                .map(WhoKnew::line)
                .collect(Collectors.joining("\n"));
        return new Result(true, lines.isEmpty() ? Words.of("reveals.nobody", asked) : lines);
    }

    private static String line(Reveal line) {
        return Words.of("reveals.line", line.at().toString(), line.person(), line.fields(), line.task());
    }
}
