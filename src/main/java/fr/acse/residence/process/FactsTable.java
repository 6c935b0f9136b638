package fr.acse.residence.process;

import fr.acse.casefile.CaseTable;
import fr.acse.codes.CaseReference;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The facts about the permits of a case, with their sources. */
@Component
@Order(60)
record FactsTable(PermitData permits) implements CaseTable {

    @Override
    public String name() {
        return PermitData.FACTS;
    }

    @Override
    public List<String> columns() {
        return List.of("news", "day", "source");
    }

    @Override
    public List<List<String>> rows(CaseReference reference) {
        return permits.facts(reference).stream()
                .map(fact -> List.of(fact.kind(), fact.on(), fact.source()))
                .toList();
    }
}
