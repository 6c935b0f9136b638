package fr.acse.platform.engine;

/** Listener for each model element that a process instance or a decision passes. Only rehearsals and tests use such listeners. */
public interface ElementWatch {

    /**
     * @param model id of a process or of a decision
     * @param element id of a flow node, a sequence flow, a decision or a row of a decision table
     */
    void passed(String model, String element);
}
