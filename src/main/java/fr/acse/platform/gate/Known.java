package fr.acse.platform.gate;

import fr.acse.platform.model.ModelSteps.Step;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that a model may use: contracts of the processes, and delegates, listeners and questions in the models of this release.
 *
 * @param beans ids of the processes in which this release uses each delegate or listener, by the name of its bean
 * @param declaredInForms variables that the forms of the checked set declare, by process
 * @param questions questions that the forms of this release ask, by process
 */
record Known(
        ModelSet release,
        Map<String, ProcessContract> contracts,
        Map<String, Set<String>> beans,
        Map<String, Set<String>> questions,
        Map<String, Map<String, Variable<?>>> declaredInForms,
        Map<String, Step> steps) {

    /** @param steps delegates and listeners of the software, by name */
    static Known of(ModelSet release, Stream<ProcessContract> contracts, Map<String, Step> steps) {
        Map<String, Set<String>> beans = new HashMap<>();
        Map<String, Set<String>> questions = new HashMap<>();
        for (Process process : release.processes()) {
            process.nodes()
                    .flatMap(node -> Stream.concat(Stream.of(node.bean(), node.work()), node.listeners()))
                    .filter(bean -> !bean.isEmpty())
                    .forEach(bean ->
                            beans.computeIfAbsent(bean, any -> new HashSet<>()).add(process.id()));
            process.formSteps()
                    .flatMap(step -> release.formOf(step).stream())
                    .flatMap(FormFile::questions)
                    .forEach(question -> questions
                            .computeIfAbsent(process.id(), any -> new HashSet<>())
                            .add(question.key()));
        }
        return new Known(
                release,
                contracts.collect(Collectors.toMap(ProcessContract::processId, each -> each)),
                beans,
                questions,
                Map.of(),
                steps);
    }

    /** Returns a copy with the variables that the forms of the given set declare. */
    Known with(ModelSet set) {
        return new Known(release, contracts, beans, questions, FormQuestions.of(set), steps);
    }

    Optional<ProcessContract> contract(Process process) {
        return Optional.ofNullable(contracts.get(process.id()));
    }

    Optional<Variable<?>> variable(Process process, String name) {
        return Optional.<Variable<?>>ofNullable(contractual(process).get(name))
                .or(() -> Optional.ofNullable(inForms(process).get(name)));
    }

    /** Names of the variables that a process may contain. */
    Set<String> variables(Process process) {
        Set<String> names = new HashSet<>(contractual(process).keySet());
        names.addAll(inForms(process).keySet());
        return names;
    }

    /** Whether a user may enter the variable, because a form of this release asks for it or only a form of an analyst declares it. */
    boolean isQuestion(Process process, String name) {
        return questions.getOrDefault(process.id(), Set.of()).contains(name)
                || !contractual(process).containsKey(name);
    }

    /** Whether a form of the set declares the variable, and the contract of the process does not contain it. */
    boolean isAskedByAForm(Process process, String name) {
        return inForms(process).containsKey(name) && !contractual(process).containsKey(name);
    }

    private Map<String, Variable<?>> contractual(Process process) {
        return contract(process).stream()
                .flatMap(contract -> contract.variables().stream())
                .collect(Collectors.toMap(Variable::name, each -> each));
    }

    private Map<String, Variable<?>> inForms(Process process) {
        return declaredInForms.getOrDefault(process.id(), Map.of());
    }

    /** Variables that a delegate or a listener writes. */
    Set<String> writes(String bean) {
        return steps.containsKey(bean) ? steps.get(bean).writes() : Set.of();
    }

    /** Variables that a delegate or a listener reads. */
    Set<String> reads(String bean) {
        return steps.containsKey(bean) ? steps.get(bean).reads() : Set.of();
    }

    boolean isOf(String bean, Process process) {
        return steps.containsKey(bean) && beans.getOrDefault(bean, Set.of()).contains(process.id());
    }
}
