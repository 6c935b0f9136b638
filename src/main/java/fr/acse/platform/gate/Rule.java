package fr.acse.platform.gate;

import java.util.stream.Stream;

/** One thing that the models must keep to. */
interface Rule {

    /** @return what breaks it, in all files; empty if nothing does */
    Stream<Finding> findings(ModelSet set);
}
