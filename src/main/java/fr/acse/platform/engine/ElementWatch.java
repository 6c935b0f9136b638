package fr.acse.platform.engine;

/** Is told which elements process instances pass. For rehearsals and tests only: nothing is stored. */
public interface ElementWatch {

    /**
     * @param model id of a process, or of a decision
     * @param element id of a flow node, a sequence flow or a row
     */
    void passed(String model, String element);
}
