package fr.acse.residence.process;

import fr.acse.casefile.CaseTable;
import fr.acse.codes.CaseReference;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The titles, receipts and certificates that the woman holds or held, with the same texts as in the forms. */
@Component
@Order(50)
record TitlesTable(PermitData permits) implements CaseTable {

    @Override
    public String name() {
        return PermitData.TITLES;
    }

    @Override
    public boolean saysHowItStands() {
        return true;
    }

    @Override
    public List<String> columns() {
        return List.of("title", "firstDay", "lastDay", "mayWork", "standing");
    }

    @Override
    public List<List<String>> rows(CaseReference reference) {
        return permits.titles(reference).stream()
                .map(row -> List.of(row.kind(), row.from(), row.until(), row.work(), row.state()))
                .toList();
    }
}
