package fr.acse.platform.gate;

import java.util.stream.Stream;

/** Nothing hangs in the air: each arrow leads from a step to a step, and each event on a border has its task. */
class DrawnWhole implements Rule {

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream()
                .flatMap(process -> process.scopes()
                        .flatMap(scope -> scope.loose().stream())
                        .map(element -> Finding.of("loose", process.file(), element)));
    }
}
