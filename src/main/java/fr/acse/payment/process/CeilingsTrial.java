package fr.acse.payment.process;

import com.google.re2j.Pattern;
import fr.acse.payment.Cents;
import fr.acse.payment.CostKind;
import fr.acse.platform.gate.Finding;
import fr.acse.platform.gate.ModelTrial;
import fr.acse.words.Found;
import fr.acse.words.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.springframework.stereotype.Component;

/** Tests a new table of ceilings before its deployment: each kind of cost needs a ceiling above 0, on past and future days. */
@Component
class CeilingsTrial implements ModelTrial {

    private static final Pattern NAMED = Pattern.compile("date\\(\"(\\d{4}-\\d{2}-\\d{2})\"\\)");
    private static final int MOST_TOLD = 3;
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2020, 1, 1), LocalDate.of(2035, 6, 30));

    @Override
    public String decision() {
        return CeilingsTable.ID;
    }

    @Override
    public Stream<Finding> tryOut(String file, String xml, Map<String, Set<String>> offered) {
        try {
            CeilingsTable table = new CeilingsTable(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            return Arrays.stream(CostKind.values())
                    .flatMap(kind ->
                            Stream.of("person", "escort").flatMap(who -> tried(file, table, kind, who, days(xml))))
                    .limit(MOST_TOLD)
                    .toList()
                    .stream();
        } catch (DmnEngineException | FeelException | IllegalArgumentException | DateTimeException e) {
            return Stream.of(Finding.ofFile("feel", file));
        }
    }

    private static Stream<Finding> tried(
            String file, CeilingsTable table, CostKind kind, String who, List<LocalDate> days) {
        return days.stream()
                .filter(day -> !isAboveNothing(table, kind, who, day))
                .map(day -> Finding.ofFile("ceilingNone", file, kind.code(), who, day.toString()))
                .limit(1);
    }

    /** The test days: one in 2020, one in 2035, and the days around each date that the table contains. */
    private static List<LocalDate> days(String xml) {
        return Stream.concat(
                        DAYS.stream(),
                        Found.in(xml, NAMED, 1).stream()
                                .map(LocalDate::parse)
                                .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1))))
                .distinct()
                .toList();
    }

    private static boolean isAboveNothing(CeilingsTable table, CostKind kind, String who, LocalDate day) {
        try {
            Optional<Cents> ceiling = table.ceiling(kind, who, day);
            return ceiling.isPresent() && ceiling.get().value() > 0;
        } catch (Refusal noAmount) {
            return false;
        }
    }
}
