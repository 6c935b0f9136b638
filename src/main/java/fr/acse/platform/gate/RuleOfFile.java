package fr.acse.platform.gate;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.List;
import java.util.stream.Stream;

/** A rule that looks at one file at a time, and at nothing else. */
interface RuleOfFile {

    /** @return what breaks it in a model or a decision */
    Stream<Finding> findings(ModelFile file);

    /**
     * The rule for all files of a set. A file that it has seen is not looked at again.
     *
     * @param proven what was found before, by all that it depends on
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
