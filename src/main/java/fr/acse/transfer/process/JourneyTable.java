package fr.acse.transfer.process;

import fr.acse.casefile.CaseTable;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.transfer.Journey;
import fr.acse.transfer.JourneyService;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where the woman and her escort were last, and when they are expected. The table names no place. It is empty without an open journey. */
@Component
@Order(5)
@RequiredArgsConstructor
class JourneyTable implements CaseTable {

    private final JourneyService journeys;
    private final Days days;

    @Override
    public String name() {
        return "journeyStanding";
    }

    @Override
    public boolean saysHowItStands() {
        return true;
    }

    @Override
    public List<String> columns() {
        return List.of("news", "moment");
    }

    @Override
    public List<List<String>> rows(CaseReference reference) {
        return journeys.current(reference).map(this::rows).orElse(List.of());
    }

    private List<List<String>> rows(Journey journey) {
        List<List<String>> rows = new ArrayList<>();
        if (journey.departedAt() == null) {
            rows.add(row("departureAt", journey.departureAt()));
        } else {
            rows.add(row("departedAt", journey.departedAt()));
            if (journey.stretches() > 1) {
                rows.add(List.of(Words.of("journeyStanding.stretch", journey.stretch(), journey.stretches()), ""));
            }
        }
        rows.add(
                journey.isReturning()
                        ? row("backExpectedAt", journey.backExpectedAt())
                        : row("arrivalExpectedAt", journey.arrivalExpectedAt()));
        if (journey.heardAt() != null) {
            rows.add(row("heardAt", journey.heardAt()));
        }
        if (journey.isSilent()) {
            rows.add(row("alarmAt", journey.alarmAt()));
        }
        return rows;
    }

    private List<String> row(String what, Instant at) {
        return List.of(Words.of("journeyStanding." + what), Words.moment(at, days.zone()));
    }
}
