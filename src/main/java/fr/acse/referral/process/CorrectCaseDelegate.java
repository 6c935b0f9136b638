package fr.acse.referral.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.referral.process.CorrectCaseProcess.*;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Variable;
import fr.acse.referral.Household;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Corrects the data about the woman. The corrected data replace the earlier data, also in running processes. */
@Component
@ModelStep(
        name = "Correct the case",
        does =
                "Replaces the corrected data from now on, also in running processes. Shelters that are asked are told again. The earlier data stay sealed in the file.",
        by = Relation.OPERATOR,
        reads = "childrenCount babyCount oldestChildAge pregnancy accessibility languageCode guardian")
record CorrectCaseDelegate(ReferralService referrals, CaseFileService files, SpreadNeeds spread)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        Map<String, Object> corrected = new HashMap<>();
        for (Variable<?> need : NEEDS) {
            Object value = execution.getVariable(need.name());
            if (value != null) {
                corrected.put(need.name(), value);
            }
        }
        boolean needsChanged = !corrected.isEmpty() || areToldAnew(reference);
        Household needs = needsChanged ? needs(execution, reference) : null;
        referrals.correct(reference, needs);
        if (needsChanged) {
            // A household without children has 0 as the age of the oldest child, even if somebody typed another number.
            corrected.put(OLDEST_CHILD_AGE.name(), needs.oldestChildAge());
            spread.spread(reference, corrected, execution.getProcessInstanceId());
        }
        String guardian = ReferralProcess.GUARDIAN.find(execution);
        if (guardian != null) {
            spread.set(reference, Map.of(ReferralProcess.GUARDIAN.name(), guardian), execution.getProcessInstanceId());
        }
    }

    /** Whether the needs in words were corrected. Shelters read the needs in words as soon as they are asked. */
    private boolean areToldAnew(CaseReference reference) {
        return referrals.get(reference).household().language() != null && files.isWrittenNow(reference, NEEDS_IN_WORDS);
    }

    /** The household with the corrected needs. Needs without a correction stay unchanged. */
    private Household needs(DelegateExecution execution, CaseReference reference) {
        Household before = referrals.get(reference).household();
        Refusal.unless(before.language() != null, "notAssessedYet");
        int children = or(CHILDREN.find(execution), before.childrenCount());
        boolean ageIsKnown = before.childrenCount() > 0 || OLDEST_CHILD_AGE.find(execution) != null;
        Refusal.unless(children == 0 || ageIsKnown, "correctedAge");
        int eldest = or(OLDEST_CHILD_AGE.find(execution), before.oldestChildAge());
        return new Household(
                children,
                or(BABIES.find(execution), before.babyCount()),
                children == 0 ? 0 : eldest,
                or(PREGNANCY.find(execution), before.pregnant()),
                or(ACCESSIBILITY.find(execution), before.stepFree()),
                or(LANGUAGE.find(execution), before.language()));
    }

    private static <T> T or(T corrected, T before) {
        return corrected == null ? before : corrected;
    }
}
