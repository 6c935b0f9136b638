package fr.acse.platform.model;

/** Tries out a model that somebody deploys, beyond what {@link ModelRules} reads in it. */
public interface ModelTrial {

    /**
     * @param name of the file
     * @param model its content
     * @throws fr.acse.Refusal if the model cannot do its work; then nothing is deployed
     */
    void tryOut(String name, String model);
}
