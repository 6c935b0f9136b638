package fr.acse.platform.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A set of parsed models, decisions and forms that belong together. */
public final class ModelSet {

    private final List<ModelFile> models = new ArrayList<>();
    private final List<FormFile> forms = new ArrayList<>();
    private final List<Finding> unreadable = new ArrayList<>();
    private final Map<String, String> digests = new HashMap<>();
    private final List<Process> processes = new ArrayList<>();
    private final List<Node> nodes;
    private final Map<String, FormFile> formsById = new HashMap<>();
    private final Map<String, Set<String>> questions = new HashMap<>();
    private final Map<String, Decision> decisions = new LinkedHashMap<>();

    private ModelSet(Map<String, byte[]> files, ReadFiles read) {
        files.forEach((name, content) -> add(name, read.file(name, content)));
        nodes = processes.stream().flatMap(Process::nodes).toList();
        forms.forEach(form -> {
            formsById.putIfAbsent(form.id(), form);
            questions.putIfAbsent(
                    form.id(), form.questions().map(FormFile.Field::key).collect(Collectors.toSet()));
        });
        models.stream()
                .filter(model -> !model.isDiagram())
                .forEach(model -> model.each("decision")
                        .forEach(
                                decision -> decisions.put(decision.getAttribute("id"), new Decision(model, decision))));
    }

    /** @param files content of the files, by name */
    public static ModelSet of(Map<String, byte[]> files) {
        return of(files, new ReadFiles());
    }

    /** @param read cache of files that were parsed before */
    static ModelSet of(Map<String, byte[]> files, ReadFiles read) {
        return new ModelSet(files, read);
    }

    private void add(String name, ReadFiles.ReadFile file) {
        digests.put(name, file.digest());
        Optional.ofNullable(file.form()).ifPresent(forms::add);
        Optional.ofNullable(file.model()).ifPresent(models::add);
        Optional.ofNullable(file.unreadable()).ifPresent(unreadable::add);
        processes.addAll(file.processes());
    }

    List<ModelFile> models() {
        return models;
    }

    List<FormFile> forms() {
        return forms;
    }

    List<Process> processes() {
        return processes;
    }

    /** Findings about files that have an unknown kind or cannot be parsed. */
    List<Finding> unreadable() {
        return unreadable;
    }

    Stream<Node> nodes() {
        return nodes.stream();
    }

    Optional<Process> process(String id) {
        return processes.stream().filter(process -> process.id().equals(id)).findFirst();
    }

    Optional<FormFile> form(String id) {
        return Optional.ofNullable(formsById.get(id));
    }

    /**
     * Returns the names and hashes of all files that the paths of a case through the given processes depend on. Two sets with the same
     * result have the same paths.
     */
    List<String> whatMatters(Collection<Process> some) {
        Set<String> names = new TreeSet<>();
        some.forEach(process -> {
            names.add(process.file().name());
            process.formSteps().flatMap(step -> formOf(step).stream()).forEach(form -> names.add(form.name()));
        });
        models.stream().filter(model -> !model.isDiagram()).forEach(model -> names.add(model.name()));
        return names.stream().map(name -> name + ' ' + digests.get(name)).toList();
    }

    /** @param name name of a file in the set */
    String digest(String name) {
        return digests.get(name);
    }

    /** The form of a user task or of a start event. */
    Optional<FormFile> formOf(Node step) {
        return form(step.camunda("formRef"));
    }

    /** Whether the form of a step contains the given question. */
    boolean asks(Node step, String question) {
        return questions.getOrDefault(step.camunda("formRef"), Set.of()).contains(question);
    }

    /** The decisions of the set by id, each with its file. */
    Map<String, Decision> decisions() {
        return decisions;
    }

    /** A decision, with the file that contains it. */
    record Decision(ModelFile file, Element xml) {

        /** Results in the rows of the decision, as unparsed text. */
        Stream<String> results() {
            return file.each("outputEntry")
                    .filter(this::isIn)
                    .map(entry -> entry.getTextContent().strip());
        }

        /** Tests in the rows of the decision, which compare the inputs with values, as unparsed text. */
        Stream<String> tests() {
            return file.each("inputEntry")
                    .filter(this::isIn)
                    .map(entry -> entry.getTextContent().strip());
        }

        /** Input expressions of the decision, as unparsed text. */
        Stream<String> inputs() {
            return file.each("inputExpression")
                    .filter(this::isIn)
                    .map(input -> input.getTextContent().strip());
        }

        private boolean isIn(Element entry) {
            return (xml.compareDocumentPosition(entry) & Element.DOCUMENT_POSITION_CONTAINED_BY) != 0;
        }
    }
}
