package fr.acse.platform.model;

import fr.acse.words.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/** What somebody deploys must keep to a list of rules, and is tried out; or nothing of it is deployed. */
class ModelRules implements Deployer {

    private static final Pattern KNOWN_KINDS = Pattern.compile(".*\\.(bpmn|dmn|form|png|svg)");

    private final Supplier<List<ModelRule>> rules;
    private final Supplier<Collection<ModelTrial>> trials;

    /** The engine is built before the contracts and the trials are, so it gets them when something is deployed. */
    ModelRules(
            Predicate<String> isDelegate,
            Supplier<Collection<ProcessContract>> contracts,
            Supplier<Collection<ModelTrial>> trials) {
        OwnDelegates delegates = new OwnDelegates(isDelegate);
        this.rules = () -> List.of(
                new OnlyListedParts(),
                delegates,
                new ReferenceIsOurs(),
                new IdsOnce(),
                new OutcomesOfEnds(outcomes(contracts.get())),
                new FormsDeployedWith(),
                new StartFormsHoldTheirChoices());
        this.trials = trials;
    }

    private static Map<String, Set<String>> outcomes(Collection<ProcessContract> contracts) {
        return contracts.stream().collect(Collectors.toMap(ProcessContract::processId, ProcessContract::outcomes));
    }

    /** @throws Refusal for the first file that breaks a rule; it lists everything that is wrong with that file */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Collection<ResourceEntity> files = deployment.getResources().values();
        files.forEach(ModelRules::checkKind);
        DeployedForms forms = FormRules.together(
                files.stream().filter(file -> file.getName().endsWith(".form")).toList());
        files.forEach(file -> check(file, forms));
    }

    private static void checkKind(ResourceEntity file) {
        if (!KNOWN_KINDS.matcher(file.getName()).matches()) {
            throw new Refusal("modelKind", file.getName());
        }
    }

    private void check(ResourceEntity file, DeployedForms forms) {
        String name = file.getName();
        if (name.endsWith(".form")) {
            FormRules.check(name, file.getBytes());
        } else if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
            check(ModelFile.of(file), forms);
        }
        String content = new String(file.getBytes(), StandardCharsets.UTF_8);
        trials.get().forEach(trial -> trial.tryOut(name, content));
    }

    private void check(ModelFile model, DeployedForms forms) {
        Map<String, String> faults = rules.get().stream()
                .collect(Collectors.groupingBy(
                        ModelRule::refusal,
                        TreeMap::new,
                        Collectors.flatMapping(rule -> rule.faults(model, forms), Collectors.joining("; "))));
        faults.forEach((refusal, all) -> {
            if (!all.isEmpty()) {
                throw new Refusal(refusal, model.name(), all);
            }
        });
    }
}
