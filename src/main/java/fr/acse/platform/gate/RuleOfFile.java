package fr.acse.platform.gate;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.List;
import java.util.stream.Stream;

/** A rule that checks each file separately. */
interface RuleOfFile {

    /** @return findings in a model or a decision */
    Stream<Finding> findings(ModelFile file);

    /**
     * Returns the rule for all files of a set. The cache prevents a second check of an unchanged file.
     *
     * @param proven cache of earlier findings; each key contains everything that the findings depend on
     */
    default Rule inEach(Cache<List<Object>, List<Finding>> proven) {
        return set -> set.models().stream()
                .flatMap(file -> proven
                        .get(
                                List.of(getClass(), file.name(), set.digest(file.name())),
                                any -> findings(file).toList())
                        .stream());
    }
}
