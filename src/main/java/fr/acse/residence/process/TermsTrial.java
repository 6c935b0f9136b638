package fr.acse.residence.process;

import fr.acse.platform.engine.ModelExpressions;
import fr.acse.platform.gate.Finding;
import fr.acse.platform.gate.ModelTrial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Tests a new {@code residence-permit.dmn} against the legal terms in {@code terms.csv}, on and before each start day, and in 2035. */
@Component
class TermsTrial implements ModelTrial {

    private static final DmnEngine ENGINE = ModelExpressions.decisions();
    private static final LocalDate LATER = LocalDate.of(2035, 6, 30);

    /** The length of a title of a route under a set of rules, in force from a day on. */
    private record Term(String route, String kind, String rules, LocalDate from, Period length) {}

    private final List<Term> law;

    TermsTrial() {
        try {
            law = new ClassPathResource("fr/acse/residence/terms.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";"))
                    .map(row -> new Term(row[0], row[1], row[2], LocalDate.parse(row[3]), Period.parse(row[4])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String decision() {
        return "residence-permit";
    }

    @Override
    public Stream<Finding> tryOut(String file, String xml, Map<String, Set<String>> offered) {
        try {
            DmnDecision table =
                    ENGINE.parseDecision(decision(), new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            List<Finding> found = new ArrayList<>();
            for (Term term : law) {
                Stream.of(term.from(), term.from().minusDays(1), LATER)
                        .flatMap(day -> tried(file, table, term, day).stream())
                        .findFirst()
                        .ifPresent(found::add);
            }
            return found.stream();
        } catch (DmnEngineException | FeelException | IllegalArgumentException e) {
            return Stream.of(Finding.ofFile("feel", file));
        }
    }

    private Optional<Finding> tried(String file, DmnDecision table, Term asked, LocalDate day) {
        Optional<Term> term = law.stream()
                .filter(each -> each.route().equals(asked.route())
                        && each.kind().equals(asked.kind())
                        && each.rules().equals(asked.rules()))
                .filter(each -> !each.from().isAfter(day))
                .max(Comparator.comparing(Term::from));
        if (term.isEmpty()) {
            return Optional.empty();
        }
        String told = asked.route() + ", " + asked.kind() + ", " + asked.rules() + ", " + day;
        DmnDecisionResult results = ENGINE.evaluateDecision(
                table,
                Map.of(
                        "permitRoute", asked.route(),
                        "titleKind", asked.kind(),
                        "permitRules", asked.rules(),
                        "titleFrom", day.toString()));
        if (results.size() != 1 || !(results.getFirstResult().getFirstEntry() instanceof String length)) {
            return Optional.of(Finding.ofFile("decisionHole", file, told));
        }
        return isPeriod(length, term.get().length())
                ? Optional.empty()
                : Optional.of(Finding.ofFile(
                        "term", file, length, told, term.get().length().toString()));
    }

    private static boolean isPeriod(String text, Period expected) {
        try {
            return Period.parse(text).equals(expected);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
