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

/** Lists and compares the sets of models that were ever current, checks new files, and deploys whole sets. */
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

    /** Returns the files of a set by name, or no files if no set has this number. */
    @Transactional(readOnly = true)
    public Map<String, byte[]> files(long number) {
        return sets.files(number).byName();
    }

    /**
     * Returns the set that would be current if the given files were deployed.
     *
     * @throws Refusal if the files exceed a limit, or if the resulting set breaks a rule
     */
    public Map<String, byte[]> completed(Map<String, byte[]> sent) {
        Map<String, byte[]> named = new TreeMap<>();
        sent.forEach((name, content) -> named.put(DeploySet.baseName(name), content));
        limits.check(named);
        Map<String, byte[]> whole = sets.current().with(new Files(named)).byName();
        check(whole);
        return whole;
    }

    /** @throws Refusal if a model, a story, or all files together exceed a limit */
    public void requireWithin(Map<String, byte[]> sent) {
        limits.check(sent);
    }

    /** @throws Refusal with the findings if a set that is to be rehearsed breaks a rule */
    public void check(Map<String, byte[]> whole) {
        List<Finding> found = gate.findings(whole);
        if (!found.isEmpty()) {
            throw new Refusal("rehearsalGate", found.size(), Gate.inWords(found));
        }
    }

    /** Deploys a set without adding current files. Only rehearsals deploy in this way, after the application has checked the set. */
    public void deployWhole(Map<String, byte[]> files) {
        deployer.deployWhole(files);
    }

    /** Lists the differences between two sets. Each map contains the files of one set by name. */
    public static List<Change> changes(Map<String, byte[]> before, Map<String, byte[]> after) {
        return ModelChanges.between(new Files(before), new Files(after));
    }

    /** Lists the 50 latest sets. The first set in the list is the current set. */
    @Transactional(readOnly = true)
    public List<NumberedSet> latest() {
        return sets.all(MOST_SHOWN);
    }

    /**
     * Makes an earlier set current again for new cases.
     *
     * @throws fr.acse.words.Refusal if the set breaks a rule of this release, or if the set must wait for a second person
     */
    public void makeCurrentAgain(long number) {
        deployer.deployAgain(number);
    }
}
