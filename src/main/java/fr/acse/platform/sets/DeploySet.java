package fr.acse.platform.sets;

import com.google.re2j.Pattern;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.platform.gate.Finding;
import fr.acse.platform.gate.FormQuestions;
import fr.acse.platform.gate.Gate;
import fr.acse.platform.gate.ModelSet;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.QuestionsOfForms;
import fr.acse.platform.sets.ModelChanges.Change;
import fr.acse.platform.sets.StoredSets.Origin;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Deploys a set: what is sent takes the place of what is current, the whole is checked, and nothing is stored unless all of it may
 * run. Two deployments at once come one after the other, so that neither takes the other's change back.
 */
@Component
class DeploySet {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SOURCE = 120;
    private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N} ._()+-]{1,200}");

    private static final Pattern CONTROL = Pattern.compile("[[:cntrl:]]");

    private final StoredSets sets;
    private final ModelLimits limits;
    private final ModelChecks gate;
    private final QuestionsOfForms questions;
    private final ModelProposals proposals;
    private final CurrentPerson person;
    private final AuditLog audit;
    private final BooleanSupplier secondPerson;

    DeploySet(
            StoredSets sets,
            ModelLimits limits,
            ModelChecks gate,
            QuestionsOfForms questions,
            ModelProposals proposals,
            CurrentPerson person,
            AuditLog audit,
            Environment environment) {
        this.sets = sets;
        this.limits = limits;
        this.gate = gate;
        this.questions = questions;
        this.proposals = proposals;
        this.person = person;
        this.audit = audit;
        this.secondPerson = () -> environment.getRequiredProperty("acse.deployment.second-person", Boolean.class);
    }

    /**
     * Looks at what is sent before its transaction begins: the gate remembers what it has proven, and the database waits for nobody
     * longer than ten seconds. Whoever has begun a transaction has looked before.
     */
    void lookAt(DeploymentBuilderImpl sent) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        try {
            gate.findings(sets.current().with(within(filesOf(sent))).byName());
        } catch (Refusal saidAgain) {
            // It is said in the transaction, where refusals become answers.
        }
    }

    /** Looks at an earlier set before its transaction begins. */
    void lookAt(long number) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            gate.findings(sets.files(number).byName());
        }
    }

    /**
     * What somebody sends, or the software on behalf of somebody.
     *
     * @throws Refusal if a rule is broken, or a second person is needed: then it waits for her
     */
    DeploymentWithDefinitions sent(
            DeploymentBuilderImpl sent, RepositoryServiceImpl repository, CommandContext context) {
        begin(context);
        Files files = within(filesOf(sent));
        return whole(copy(sent, repository), sets.current().with(files), files, null, context);
    }

    /** An earlier set, as a whole. */
    DeploymentWithDefinitions again(long number, RepositoryServiceImpl repository, CommandContext context) {
        begin(context);
        DeploymentBuilderImpl builder = new DeploymentBuilderImpl(repository);
        builder.name(Words.of("set.again", String.valueOf(number)));
        return whole(builder, sets.files(number), new Files(Map.of()), number, context);
    }

    /** A set as it is, without what is current: the application has checked it before the rehearsal, or when it became current. */
    DeploymentWithDefinitions asItIs(Files files, RepositoryServiceImpl repository, CommandContext context) {
        begin(context);
        Files before = sets.current();
        if (files.isSameAs(before)) {
            return current(context);
        }
        DeploymentBuilderImpl builder = new DeploymentBuilderImpl(repository);
        builder.name("-");
        fill(builder, files);
        DeploymentWithDefinitions deployed = deploy(builder, context);
        number(deployed, name(builder), Origin.ANALYST, before, files);
        return deployed;
    }

    private DeploymentWithDefinitions whole(
            DeploymentBuilderImpl builder, Files whole, Files sent, Long again, CommandContext context) {
        Files before = sets.current();
        boolean asked = isAskedByAPerson(context);
        if (whole.isSameAs(before)) {
            if (asked && secondPerson.getAsBoolean()) {
                throw new Refusal("nothingNew");
            }
            return current(context);
        }
        check(whole);
        fill(builder, whole);
        builder.source(source(whole, sent, again));
        String name = name(builder);
        DeploymentWithDefinitions deployed = deploy(builder, context);
        if (asked && secondPerson.getAsBoolean()) {
            proposals.keep(name, sent, again, person.login());
            // Everything that was tried is rolled back.
            throw new Refusal("secondPersonDeploys");
        }
        number(deployed, name, again == null ? Origin.ANALYST : Origin.AGAIN, before, whole);
        if (asked) {
            audit.add(Act.MODEL_DEPLOYED, person.login(), deployed.getId(), name);
        }
        return deployed;
    }

    /** What the answer to a deployment says of its set: what was sent, and how many files complete it. */
    private String source(Files whole, Files sent, Long again) {
        long number = sets.nextNumber();
        if (again != null) {
            return Words.of("set.sourceAgain", number, again);
        }
        String names = String.join(", ", sent.byName().keySet());
        return Words.of(
                "set.source",
                number,
                names.length() > LONGEST_SOURCE ? names.substring(0, LONGEST_SOURCE) + "…" : names,
                whole.byName().size() - sent.byName().size());
    }

    /** One deployment after the other. */
    static void begin(CommandContext context) {
        context.getProcessEngineConfiguration()
                .getCommandCheckers()
                .forEach(checker -> checker.checkCreateDeployment());
        context.getPropertyManager().acquireExclusiveLock();
    }

    /**
     * The set was looked at before: no lock is held while the gate works.
     *
     * @throws Refusal that tells everything that is wrong, or that the set would be another one now
     */
    private void check(Files whole) {
        List<Finding> found = gate.remembered(whole.byName()).orElseThrow(() -> new Refusal("otherModelsMeanwhile"));
        if (!found.isEmpty()) {
            throw new Refusal("gate", found.size(), Gate.inWords(found));
        }
    }

    /** @throws Refusal if the engine cannot read what no rule finds fault with */
    static DeploymentWithDefinitions deploy(DeploymentBuilderImpl whole, CommandContext context) {
        try {
            return new DeployCmd(whole).execute(context);
        } catch (ParseException unreadable) {
            List<Finding> found = unreadable.getResorceReports().stream()
                    .flatMap(file -> file.getErrors().stream()
                            .map(error -> new Finding(
                                    "engine",
                                    file.getResourceName(),
                                    String.valueOf(error.getMainElementId()).replace("null", ""),
                                    "",
                                    List.of(String.valueOf(error.getLine())))))
                    .toList();
            Refusal refusal = new Refusal("gate", found.size(), Gate.inWords(found));
            refusal.addSuppressed(unreadable);
            throw refusal;
        }
    }

    void number(DeploymentWithDefinitions deployed, String name, Origin origin, Files before, Files whole) {
        long number = sets.nextNumber();
        deployed.getDeployedProcessDefinitions()
                .forEach(definition -> ((ProcessDefinitionEntity) definition).setVersionTag(NumberedSet.tag(number)));
        FormQuestions.of(ModelSet.of(whole.byName()))
                .forEach((process, names) -> names.keySet().forEach(each -> questions.note(process, each)));
        List<Change> changes = before.isEmpty() ? List.of() : ModelChanges.between(before, whole);
        sets.keep(number, deployed.getId(), name, origin, person.login(), changes, whole);
    }

    /** The deployment of the current set. */
    DeploymentWithDefinitions current(CommandContext context) {
        return sets.latest()
                .map(set -> (DeploymentWithDefinitions)
                        context.getDeploymentManager().findDeploymentById(set.deployment()))
                .orElseThrow(() -> new Refusal("nothingNew"));
    }

    private Files within(Files sent) {
        limits.check(sent.byName());
        return sent;
    }

    static Files filesOf(DeploymentBuilderImpl builder) {
        if (!builder.getDeployments().isEmpty()
                || !builder.getDeploymentResourcesById().isEmpty()
                || !builder.getDeploymentResourcesByName().isEmpty()) {
            throw new Refusal("modelFromDeployment");
        }
        Map<String, byte[]> files = new TreeMap<>();
        builder.getDeployment()
                .getResources()
                .forEach((name, resource) -> files.put(baseName(name), resource.getBytes()));
        return new Files(files);
    }

    static String baseName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        Refusal.unless(
                FILE_NAME.matcher(name).matches(), "modelFileName", name.length() > 60 ? name.substring(0, 60) : name);
        return name;
    }

    private static String name(DeploymentBuilderImpl sent) {
        String name = CONTROL.matcher(
                        Objects.requireNonNullElse(sent.getDeployment().getName(), "-"))
                .replaceAll(" ");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** The engine would compare with the last deployment of the same name and leave files out; what is new is known here. */
    private static DeploymentBuilderImpl copy(DeploymentBuilderImpl sent, RepositoryServiceImpl repository) {
        DeploymentBuilderImpl copy = new DeploymentBuilderImpl(repository);
        copy.name(name(sent));
        return copy;
    }

    static void fill(DeploymentBuilderImpl builder, Files whole) {
        whole.byName().forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
    }

    private static boolean isAskedByAPerson(CommandContext context) {
        return Caller.isThroughHttp() && context.isAuthorizationCheckEnabled();
    }
}
