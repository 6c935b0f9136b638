package fr.acse.platform.gate;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.Stream;

/** A model file must contain one executable process with a start event, and must state how many days the engine keeps its history. */
class ProcessesAreWhole implements Rule {

    private static final Pattern DAYS = Pattern.compile("P[1-9]\\d{0,4}D|[1-9]\\d{0,4}");

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return Stream.of(
                        set.models().stream()
                                .filter(ModelFile::isDiagram)
                                .filter(model -> model.each("process").count() != 1)
                                .map(model -> Finding.ofFile("oneProcess", model.name())),
                        set.processes().stream()
                                .filter(process -> !"true".equals(process.xml().getAttribute("isExecutable")))
                                .map(process -> Finding.of("executable", process.file(), process.xml())),
                        set.processes().stream()
                                .filter(process ->
                                        process.root().starts().findAny().isEmpty())
                                .map(process -> Finding.of("noStart", process.file(), process.xml())),
                        forgotten(set))
                .flatMap(each -> each);
    }

    private static Stream<Finding> forgotten(ModelSet set) {
        return set.models().stream()
                .flatMap(model -> List.of("process", "decision").stream()
                        .flatMap(model::each)
                        .filter(element -> !DAYS.matcher(ModelFile.camunda(element, "historyTimeToLive"))
                                        .matches()
                                && !DAYS.matcher(element.getAttributeNS(
                                                "http://camunda.org/schema/1.0/dmn", "historyTimeToLive"))
                                        .matches())
                        .map(element -> Finding.of("history", model, element)));
    }
}
