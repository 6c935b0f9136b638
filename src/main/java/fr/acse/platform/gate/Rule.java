package fr.acse.platform.gate;

import java.util.stream.Stream;

/** A rule that a set of models must follow. */
interface Rule {

    /** @return findings in all files; empty if no file breaks the rule */
    Stream<Finding> findings(ModelSet set);
}
