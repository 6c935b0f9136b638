package fr.acse.platform.sets;

import fr.acse.platform.gate.Finding;
import fr.acse.platform.gate.Gate;
import fr.acse.platform.sets.StoredSets.Origin;
import fr.acse.platform.start.StartFailure;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The models that a release of the software brings meet those that analysts have changed. What only one side changed is taken from
 * that side; where both did, somebody decides before anything happens.
 */
@Component
public class ReleaseOfSoftware {

    /** Who wins where both changed a file: {@code ask}, {@code release} or {@code analyst}. */
    enum Preferred {
        ASK,
        RELEASE,
        ANALYST
    }

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseOfSoftware.class);

    private final StoredSets sets;
    private final DeploySet deploying;
    private final ModelChecks gate;
    private final Preferred preferred;

    ReleaseOfSoftware(
            StoredSets sets,
            DeploySet deploying,
            ModelChecks gate,
            @Value("${acse.deployment.prefer}") Preferred preferred) {
        this.sets = sets;
        this.deploying = deploying;
        this.gate = gate;
        this.preferred = preferred;
    }

    /** @throws StartFailure if both sides changed a file and nobody has said which one holds, or both together break a rule */
    public DeploymentWithDefinitions brought(Deploying brought) {
        brought.begin();
        Files release = DeploySet.named(brought.sent());
        boolean first = sets.latest().isEmpty();
        Files before = sets.current();
        Map<String, String> last = sets.lastRelease();
        boolean known = !first && (StoredSets.hashes(release).equals(last) || isOlder(release));
        Files whole = known ? before : together(release, before, last);
        if (preferred == Preferred.RELEASE
                && !whole.isSameAs(release)
                && !gate.findings(whole.byName()).isEmpty()) {
            LOG.warn("What analysts changed does not fit this release. As set, the release holds; the rest is kept");
            whole = release;
        }
        if (whole.isSameAs(before) && !first) {
            if (!known) {
                sets.noteRelease(release);
            }
            return deploying.current(brought);
        }
        // The models of the release by themselves were looked at when it was built.
        List<Finding> found = whole.isSameAs(release) ? List.of() : gate.findings(whole.byName());
        if (!found.isEmpty()) {
            throw new StartFailure("start.modelsBroken", Gate.inWords(found));
        }
        DeploymentWithDefinitions deployed =
                DeploySet.deploy(brought.sent().name(), brought.sent().source(), whole, brought);
        sets.noteRelease(release);
        deploying.number(deployed, String.valueOf(deployed.getName()), Origin.RELEASE, before, whole, brought);
        return deployed;
    }

    /**
     * An older node that starts again beside newer ones takes nothing back, unless it is told to.
     *
     * @throws StartFailure if the current models do not run on it
     */
    private boolean isOlder(Files release) {
        if (preferred == Preferred.RELEASE || !sets.isEarlierRelease(release)) {
            return false;
        }
        List<Finding> found = gate.findings(sets.current().byName());
        if (!found.isEmpty()) {
            throw new StartFailure("start.modelsNewer", Gate.inWords(found));
        }
        LOG.warn("The current models are those of another release, and they run on this one; nothing was changed");
        return true;
    }

    private Files together(Files release, Files before, Map<String, String> last) {
        Merge merge = Merge.of(release, before, last, preferred == Preferred.ANALYST);
        if (!merge.both().isEmpty()) {
            if (preferred == Preferred.ASK) {
                throw new StartFailure("start.modelsOfBoth", String.join(", ", merge.both()));
            }
            LOG.warn(
                    "Both an analyst and this release changed {}. As set, {} holds; the other is kept",
                    merge.both(),
                    preferred);
        }
        return merge.whole();
    }
}
