package fr.acse.platform.gate;

import java.util.stream.Stream;

/** Each sequence flow must lead from a step to a step, and each boundary event must be attached to a step. */
class DrawnWhole implements Rule {

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream()
                .flatMap(process -> process.scopes()
                        .flatMap(scope -> scope.loose().stream())
                        .map(element -> Finding.of("loose", process.file(), element)));
    }
}
