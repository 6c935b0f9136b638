package fr.acse.platform.model;

import java.util.stream.Stream;

/** One thing that a deployed model must keep to. */
interface ModelRule {

    /**
     * @param forms that are deployed with it
     * @return what is wrong, one line each, with the id of its element; empty if nothing is
     */
    Stream<String> faults(ModelFile model, DeployedForms forms);

    /** Code of the refusal that lists the faults. */
    default String refusal() {
        return "model";
    }
}
