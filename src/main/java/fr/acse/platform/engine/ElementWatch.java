package fr.acse.platform.engine;

/** Is told of what instances pass. For rehearsals and tests: nothing of it is stored. */
public interface ElementWatch {

    /**
     * @param model id of a process, or of a decision
     * @param element id of a flow node, a sequence flow or a row
     */
    void passed(String model, String element);
}
