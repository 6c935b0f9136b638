package fr.acse.platform.sets;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.DeploymentQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** What was deployed before there were sets: of each process, decision and form the latest, wherever it came from. */
@Component
class BeforeSets {

    private static final String BY_THE_SOFTWARE = "process application";

    Files files(CommandContext context) {
        Files all = new Files(Map.of());
        List<Deployment> deployments = oldestFirst(context);
        // What an earlier release brought, and the last one did not, is gone.
        Deployment last = deployments.stream()
                .filter(BeforeSets::isByTheSoftware)
                .reduce((earlier, later) -> later)
                .orElse(null);
        for (Deployment deployment : deployments) {
            if (!isByTheSoftware(deployment) || deployment == last) {
                all = all.with(filesOf(deployment, context));
            }
        }
        return all;
    }

    /** What the software itself brought last. */
    Files filesOfRelease(CommandContext context) {
        return oldestFirst(context).stream()
                .filter(BeforeSets::isByTheSoftware)
                .reduce((earlier, later) -> later)
                .map(deployment -> filesOf(deployment, context))
                .orElse(new Files(Map.of()));
    }

    private static boolean isByTheSoftware(Deployment deployment) {
        return BY_THE_SOFTWARE.equals(deployment.getSource());
    }

    private static List<Deployment> oldestFirst(CommandContext context) {
        DeploymentQueryImpl query = new DeploymentQueryImpl();
        query.orderByDeploymentTime().asc();
        return context.getDeploymentManager().findDeploymentsByQueryCriteria(query, null);
    }

    private static Files filesOf(Deployment deployment, CommandContext context) {
        Map<String, byte[]> files = new TreeMap<>();
        context.getResourceManager()
                .findResourcesByDeploymentId(deployment.getId())
                .forEach(file -> files.put(DeploySet.baseName(file.getName()), file.getBytes()));
        return new Files(files);
    }
}
