package fr.acse.platform.sets;

import com.google.re2j.Pattern;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.platform.gate.Finding;
import fr.acse.platform.gate.FormQuestions;
import fr.acse.platform.gate.Gate;
import fr.acse.platform.gate.ModelSet;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.QuestionsOfForms;
import fr.acse.platform.sets.ModelChanges.Change;
import fr.acse.platform.sets.StoredSets.Origin;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Deploys a set of models. Sent files replace current files with the same name or subject, and the gate checks the resulting set. If a file
 * breaks a rule, the application stores nothing. A lock of the engine runs deployments one after the other.
 */
@Component
public class DeploySet {

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
     * Checks the sent files before the transaction of the deployment begins. The gate caches its findings, so that the transaction holds
     * the deployment lock only briefly. If a transaction is already active, its caller has checked the files, and the method does nothing.
     */
    public void lookAt(Deploying.Sent sent) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        try {
            gate.findings(sets.current().with(filesOf(sent)).byName());
        } catch (Refusal saidAgain) {
            // The deployment transaction checks the files again and turns a refusal into an answer to the user.
        }
    }

    /** Checks the files of an earlier set before the transaction of its deployment begins. */
    public void lookAt(long number) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            gate.findings(sets.files(number).byName());
        }
    }

    /**
     * Deploys the files that a user sent, or that the software sends for a user.
     *
     * @throws Refusal if a rule is broken, or if a second person must release the files: the files then wait for that person
     */
    public DeploymentWithDefinitions sent(Deploying deploying) {
        deploying.begin();
        Files files = filesOf(deploying.sent());
        return whole(name(deploying.sent().name()), sets.current().with(files), files, null, deploying);
    }

    /** Deploys all files of an earlier set again. */
    public DeploymentWithDefinitions again(long number, Deploying deploying) {
        deploying.begin();
        return whole(
                Words.of("set.again", String.valueOf(number)),
                sets.files(number),
                new Files(Map.of()),
                number,
                deploying);
    }

    /** Deploys exactly the given files, without current ones. The application has checked the set before, for example for a rehearsal. */
    public DeploymentWithDefinitions asItIs(Map<String, byte[]> set, Deploying deploying) {
        deploying.begin();
        Files before = sets.current();
        Files files = new Files(set);
        if (files.isSameAs(before)) {
            return current(deploying);
        }
        DeploymentWithDefinitions deployed = deploy("-", null, files, deploying);
        number(deployed, "-", Origin.ANALYST, before, files, deploying);
        return deployed;
    }

    private DeploymentWithDefinitions whole(String name, Files whole, Files sent, Long again, Deploying deploying) {
        Files before = sets.current();
        boolean asked = deploying.isAskedByAPerson();
        if (whole.isSameAs(before)) {
            if (asked && secondPerson.getAsBoolean()) {
                throw new Refusal("nothingNew");
            }
            return current(deploying);
        }
        check(whole);
        DeploymentWithDefinitions deployed = deploy(name, source(whole, sent, again), whole, deploying);
        if (asked && secondPerson.getAsBoolean()) {
            proposals.keep(name, sent, again, person.login());
            // The refusal rolls back the deployment. The proposal stays stored, because it has a separate transaction.
            throw new Refusal("secondPersonDeploys");
        }
        number(deployed, name, again == null ? Origin.ANALYST : Origin.AGAIN, before, whole, deploying);
        if (asked) {
            audit.add(Act.MODEL_DEPLOYED, person.login(), deployed.getId(), name);
        }
        return deployed;
    }

    /** Text for the answer to a deployment: the number of the set, the names of the sent files, and the number of added current files. */
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

    /**
     * Reads the findings that the gate has cached for the set, because no check may run while the transaction holds its lock.
     *
     * @throws Refusal with the findings, or if the current set has changed since the check
     */
    private void check(Files whole) {
        List<Finding> found = gate.remembered(whole.byName()).orElseThrow(() -> new Refusal("otherModelsMeanwhile"));
        if (!found.isEmpty()) {
            throw new Refusal("gate", found.size(), Gate.inWords(found));
        }
    }

    /** @throws Refusal if the engine cannot parse a file in which no rule found an error */
    static DeploymentWithDefinitions deploy(String name, String source, Files whole, Deploying deploying) {
        try {
            return deploying.deploy(name, source, whole.byName());
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

    void number(
            DeploymentWithDefinitions deployed,
            String name,
            Origin origin,
            Files before,
            Files whole,
            Deploying deploying) {
        long number = sets.nextNumber();
        deploying.tag(deployed, NumberedSet.tag(number));
        FormQuestions.of(ModelSet.of(whole.byName()))
                .forEach((process, names) -> names.keySet().forEach(each -> questions.note(process, each)));
        List<Change> changes = before.isEmpty() ? List.of() : ModelChanges.between(before, whole);
        sets.keep(number, deployed.getId(), name, origin, person.login(), changes, whole);
    }

    /** Returns the deployment of the current set. */
    DeploymentWithDefinitions current(Deploying deploying) {
        return sets.latest()
                .map(set -> deploying.earlier(set.deployment()))
                .orElseThrow(() -> new Refusal("nothingNew"));
    }

    private Files filesOf(Deploying.Sent sent) {
        Files files = named(sent);
        limits.check(files.byName());
        return files;
    }

    static Files named(Deploying.Sent sent) {
        Map<String, byte[]> files = new TreeMap<>();
        sent.files().forEach((name, content) -> files.put(baseName(name), content));
        return new Files(files);
    }

    static String baseName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        Refusal.unless(
                FILE_NAME.matcher(name).matches(), "modelFileName", name.length() > 60 ? name.substring(0, 60) : name);
        return name;
    }

    private static String name(String sent) {
        String name = CONTROL.matcher(Objects.requireNonNullElse(sent, "-")).replaceAll(" ");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
