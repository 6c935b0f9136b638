package fr.acse.platform.sets;

import fr.acse.platform.gate.Finding;
import fr.acse.platform.gate.Gate;
import fr.acse.platform.sets.ModelChanges.Change;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sets of models that were ever current, for people. */
@Component
public class ModelSets {

    private static final int MOST_SHOWN = 50;

    private final StoredSets sets;
    private final ModelLimits limits;
    private final ModelChecks gate;
    private final SetDeployer deployer;

    ModelSets(StoredSets sets, ModelLimits limits, ModelChecks gate, SetDeployer deployer) {
        this.sets = sets;
        this.limits = limits;
        this.gate = gate;
        this.deployer = deployer;
    }

    /** The files of the current set, by name. */
    @Transactional(readOnly = true)
    public Map<String, byte[]> current() {
        return sets.current().byName();
    }

    /** The files of a set, by name; none if there is no such set. */
    @Transactional(readOnly = true)
    public Map<String, byte[]> files(long number) {
        return sets.files(number).byName();
    }

    /**
     * The set that would be current if some files were deployed.
     *
     * @throws Refusal that tells everything that breaks a rule
     */
    public Map<String, byte[]> completed(Map<String, byte[]> sent) {
        Map<String, byte[]> named = new TreeMap<>();
        sent.forEach((name, content) -> named.put(DeploySet.baseName(name), content));
        limits.check(named);
        Map<String, byte[]> whole = sets.current().with(new Files(named)).byName();
        check(whole);
        return whole;
    }

    /** @throws Refusal that names a model or a story, and the limit that it breaks */
    public void requireWithin(Map<String, byte[]> sent) {
        limits.check(sent);
    }

    /** @throws Refusal that tells everything that breaks a rule in a set that is to be rehearsed */
    public void check(Map<String, byte[]> whole) {
        List<Finding> found = gate.findings(whole);
        if (!found.isEmpty()) {
            throw new Refusal("rehearsalGate", found.size(), Gate.inWords(found));
        }
    }

    /** Deploys a set just as it is. Only for rehearsals: the application has checked the set before. */
    public void deployWhole(Map<String, byte[]> files) {
        deployer.deployWhole(files);
    }

    /** What differs between two sets, each by name. */
    public static List<Change> changes(Map<String, byte[]> before, Map<String, byte[]> after) {
        return ModelChanges.between(new Files(before), new Files(after));
    }

    /** The latest first: that is the current one. */
    @Transactional(readOnly = true)
    public List<NumberedSet> latest() {
        return sets.all(MOST_SHOWN);
    }

    /**
     * Makes an earlier set current again, for new cases.
     *
     * @throws fr.acse.words.Refusal if it breaks a rule of today, is current, or a second person is needed: then it waits for her
     */
    public void makeCurrentAgain(long number) {
        deployer.deployAgain(number);
    }
}
