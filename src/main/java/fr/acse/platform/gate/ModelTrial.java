package fr.acse.platform.gate;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tries out a decision that somebody deploys: a feature knows what its own decision must give. */
public interface ModelTrial {

    /** Id of the decision that it tries. */
    String decision();

    /** Questions whose options it needs to know; it is tried again when they change. */
    default Set<String> questions() {
        return Set.of();
    }

    /**
     * @param file name of the file
     * @param xml its content
     * @param offered what the forms offer for each of its questions
     * @return what is wrong; empty if the decision does its work
     */
    Stream<Finding> tryOut(String file, String xml, Map<String, Set<String>> offered);
}
