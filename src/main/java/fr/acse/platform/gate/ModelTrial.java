package fr.acse.platform.gate;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tries out a decision before its deployment. Each feature of the software knows which results its own decision must give. */
public interface ModelTrial {

    /** Id of the decision that the trial tests. */
    String decision();

    /** Questions whose options the trial needs to know. The gate repeats the trial when these options change. */
    default Set<String> questions() {
        return Set.of();
    }

    /**
     * @param file name of the file with the decision
     * @param xml content of the file
     * @param offered options that the forms offer for each question of the trial
     * @return findings; empty if the decision gives the required results
     */
    Stream<Finding> tryOut(String file, String xml, Map<String, Set<String>> offered);
}
