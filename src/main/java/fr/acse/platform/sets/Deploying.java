package fr.acse.platform.sets;

import java.util.Map;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/** A running deployment inside one command of the engine. */
public interface Deploying {

    /** @param files sent files, by name */
    record Sent(String name, String source, Map<String, byte[]> files) {}

    /** @throws fr.acse.words.Refusal if the request refers to files of an earlier deployment */
    Sent sent();

    /** Whether a person, and not the software itself, asked for the deployment. */
    boolean isAskedByAPerson();

    /** Checks the permission to deploy, and takes the engine's lock for deployments. Deployments run one after the other. */
    void begin();

    /** @throws org.camunda.bpm.engine.ParseException if the engine cannot parse a file */
    DeploymentWithDefinitions deploy(String name, String source, Map<String, byte[]> files);

    /** Returns an earlier deployment as the result of this one. */
    DeploymentWithDefinitions earlier(String id);

    /** Sets the version tag of each process definition in a deployment. */
    void tag(DeploymentWithDefinitions deployed, String tag);
}
