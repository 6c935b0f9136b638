package fr.acse.console.cases;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.identity.NamesInAnswer;
import fr.acse.referral.Household;
import fr.acse.words.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The data of a woman in words: her household, and the names of her sealed fields. Each sealed value is revealed separately. */
@Component
record CaseDetails(ReadableFields fields, CaseFileService files, Labels labels) {

    List<CaseFileAssembler.Line> of(Household household) {
        List<CaseFileAssembler.Line> lines = new ArrayList<>();
        lines.add(new CaseFileAssembler.Line(labels.of("childrenCount"), Integer.toString(household.childrenCount())));
        lines.add(new CaseFileAssembler.Line(labels.of("babyCount"), Integer.toString(household.babyCount())));
        if (household.childrenCount() > 0) {
            lines.add(new CaseFileAssembler.Line(
                    labels.of("oldestChildAge"), Integer.toString(household.oldestChildAge())));
        }
        lines.add(new CaseFileAssembler.Line(
                labels.of("pregnancy"), labels.of("pregnancy", household.pregnant() ? "yes" : "no")));
        lines.add(new CaseFileAssembler.Line(
                labels.of("accessibility"), labels.of("accessibility", household.stepFree() ? "yes" : "no")));
        if (household.language() != null) {
            lines.add(new CaseFileAssembler.Line(
                    labels.of("languageCode"), labels.of("languageCode", household.language())));
        }
        return lines;
    }

    List<CaseFileAssembler.Field> sealed(CaseReference reference, Login person) {
        return fields.of(reference, person).keySet().stream()
                .map(field -> new CaseFileAssembler.Field(field, labels.of(field)))
                .sorted(Comparator.comparing(CaseFileAssembler.Field::label))
                .toList();
    }

    /**
     * Reveals one sealed value, and records the reading in the reveal log.
     *
     * @param where place of the reading in the reveal log: a task id, or the name of a page
     * @throws Refusal if the user may not read the field
     */
    Map<String, String> reveal(CaseReference reference, String field, Login person, String where) {
        CaseReference file = fields.of(reference, person).get(field);
        Refusal.unless(file != null, "notForYou");
        Map<String, String> values = files.reveal(file, Set.of(field), person, where);
        values.replaceAll(labels::inWords);
        NamesInAnswer.allow();
        return values;
    }
}
