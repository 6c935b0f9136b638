package fr.acse.retention.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.form.FormData;
import fr.acse.retention.RetentionService;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The cases that will be erased, as a table for the supervisors. */
@Component
record ErasureData(RetentionService retention) implements FormData {

    record Row(CaseReference reference, String closedOn, String erasedOn) {}

    @Override
    public Set<String> names() {
        return Set.of("toErase");
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return retention.announced().stream()
                .map(each -> new Row(
                        each.reference(),
                        each.closedOn().toString(),
                        each.erasedOn().toString()))
                .toList();
    }
}
