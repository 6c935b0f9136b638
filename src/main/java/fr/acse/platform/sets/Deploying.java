package fr.acse.platform.sets;

import java.util.Map;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/** A deployment that is under way, within one command of the engine. */
public interface Deploying {

    /** @param files by name, as they were sent */
    record Sent(String name, String source, Map<String, byte[]> files) {}

    /** @throws fr.acse.words.Refusal if files of an earlier deployment are named */
    Sent sent();

    /** Whether a person asked for it, and not the software itself. */
    boolean isAskedByAPerson();

    /** Whoever may not deploy is refused; one deployment comes after the other. */
    void begin();

    /** @throws org.camunda.bpm.engine.ParseException if the engine cannot read a file */
    DeploymentWithDefinitions deploy(String name, String source, Map<String, byte[]> files);

    /** An earlier deployment, as the answer to this one. */
    DeploymentWithDefinitions earlier(String id);

    /** Gives each process of a deployment a version tag. */
    void tag(DeploymentWithDefinitions deployed, String tag);
}
