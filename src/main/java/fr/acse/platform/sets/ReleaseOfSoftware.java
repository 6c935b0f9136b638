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
 * Merges the models of a software release with the models that analysts have changed. A file that only one side changed is taken from that
 * side. For a file that both sides changed, the setting {@code acse.deployment.prefer} decides.
 */
@Component
public class ReleaseOfSoftware {

    /**
     * The version of a file that wins if both the release and an analyst changed it. With {@code ask}, the start of the application fails.
     */
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

    /** @throws StartFailure if both sides changed a file and the setting is {@code ask}, or if the merged models break a rule */
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
        // The build of the software has already checked the models of the release without changes by analysts.
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
     * A node with older software keeps the newer current models at its start, unless {@code acse.deployment.prefer} is {@code release}.
     *
     * @throws StartFailure if the current models break a rule of the older software
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
