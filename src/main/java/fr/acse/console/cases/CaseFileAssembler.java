package fr.acse.console.cases;

import fr.acse.casefile.CaseTable;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.deadline.Deadline;
import fr.acse.platform.access.CaseAccess;
import fr.acse.referral.ReferralService;
import fr.acse.referral.SameWomen;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Combines the parts of a case that a user may read. */
@Component
record CaseFileAssembler(
        CaseAccess access,
        ReferralService referrals,
        SameWomen sameWomen,
        CaseProgress progress,
        CaseDeadlines deadlines,
        CaseDetails details,
        List<CaseTable> tables) {

    /** The parts that the user may not read are null or empty. Times are UTC. */
    record CaseFile(
            CaseReference reference,
            List<CaseSteps.Step> open,
            String outcome,
            List<Linked> linked,
            List<Due> deadlines,
            List<CaseSteps.Step> steps,
            List<Table> tables,
            List<Line> household,
            List<Field> sealed) {}

    /** @param outcome null while the linked case is open */
    record Linked(CaseReference reference, String outcome) {}

    record Due(String name, Instant dueAt, Deadline.State state) {}

    /** @param standing whether the table says how the case stands now, so that the page shows it first */
    record Table(String title, boolean standing, List<String> columns, List<List<String>> rows) {}

    record Line(String label, String value) {}

    record Field(String key, String label) {}

    CaseFile of(CaseReference reference, Login person) {
        Set<Relation> relations = access.relations(person, reference);
        return new CaseFile(
                reference,
                part("state", relations, () -> progress.open(reference, relations)),
                part("outcome", relations, () -> outcome(reference)),
                part("linked", relations, () -> linked(reference)),
                part("deadlines", relations, () -> deadlines.of(reference, relations)),
                progress.done(reference, person, relations),
                tables(reference, relations),
                part("household", relations, () -> household(reference)),
                details.sealed(reference, person));
    }

    private List<Table> tables(CaseReference reference, Set<Relation> relations) {
        return tables.stream()
                .filter(table -> access.mayRead(table.name(), relations))
                .map(table -> new Table(
                        Words.of("table." + table.name()),
                        table.saysHowItStands(),
                        table.columns().stream()
                                .map(column -> Words.of("column." + column))
                                .toList(),
                        table.rows(reference)))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private <T> T part(String name, Set<Relation> relations, Supplier<T> content) {
        return access.mayRead(name, relations) ? content.get() : null;
    }

    private String outcome(CaseReference reference) {
        return referrals
                .find(reference)
                .filter(referral -> !referral.isOpen())
                .map(referral -> ended(referral.outcome().code()))
                .orElse(null);
    }

    /** Other cases of the same woman. Problems of an earlier case may occur again. */
    private List<Linked> linked(CaseReference reference) {
        return sameWomen.otherCasesOf(reference).stream()
                .map(each -> new Linked(each, outcome(each)))
                .toList();
    }

    /** The words for an outcome. An outcome that an analyst added has no words in the properties, so its code becomes the words. */
    static String ended(String outcome) {
        String name = outcome.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Words.orElse("outcome." + outcome, Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    /** The household of the woman. The list is empty until an assessment has recorded her language. */
    private List<Line> household(CaseReference reference) {
        return referrals
                .find(reference)
                .filter(referral -> referral.household().language() != null)
                .map(referral -> details.of(referral.household()))
                .orElse(List.of());
    }
}
